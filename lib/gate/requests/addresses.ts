/** The properties by which an element may load something; `rel` makes a link one that loads. */
export const loadingProperties = 'src srcset imageSrcset href rel srcdoc data poster background ping style'

/** The same as attributes, with or without the name of a space before them. */
export const loadingAttribute = new RegExp(`^(?:.*:)?(${loadingProperties.replaceAll(' ', '|')})$`, 'i')

/** Finds the addresses of a style: those in `url()`, and full ones in quotes, as in `image-set()` and `@import`. */
export const addressInStyle = /(?:url\(\s*["']?|["'](?=(?:https?:)?\/\/))([^"')]+)/gi

/** Tells whether a link of this kind loads anything. */
const isLoadingLink = (rel: unknown): boolean => /stylesheet|pre(load|fetch|connect|render)|icon|manifest/i.test(`${rel as string}`)

/** Lists the addresses that an attribute of an element loads; markup is not looked into. */
export const addressesOf = (element: Element, name: string, value: string): readonly string[] => {
  const { localName } = element
  const isIdle =
    !loadingAttribute.test(name) ||
    (localName === 'link' ? name === 'rel' || !isLoadingLink(element.getAttribute('rel')) : /^(href|rel|data)$/.test(name) && !/^(image|use|script|feImage|object)$/.test(localName))
  if (isIdle) return []
  if (name === 'style') return [...value.matchAll(addressInStyle)].map(([, address]) => address!)
  // The widths and densities of a list come along, and are nobody's address.
  return /set|ping/.test(name) ? value.split(/[\s,]+/) : [value]
}
