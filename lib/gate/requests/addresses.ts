/** The properties by which an element may load something. */
export const loadingProperties = 'src srcset imageSrcset href srcdoc data poster background ping style'

/** The same as attributes, with or without the name of a space before them. */
export const loadingAttribute = new RegExp(`^(?:.*:)?(${loadingProperties.replaceAll(' ', '|')})$`, 'i')

/** Finds the addresses of a style: those in `url()`, and full ones in quotes, as in `image-set()` and `@import`. */
export const addressInStyle = /(?:url\(\s*["']?|["'](?=(?:https?:)?\/\/))([^"')]+)/gi

/** Lists the addresses of a style. */
export const addressesIn = (style: string): readonly string[] => [...style.matchAll(addressInStyle)].map(([, address]) => address!)

/** Lists the addresses that an attribute of an element loads; markup is not looked into. Of a link any, for its kind may come later. */
export const addressesOf = (tag: string, name: string, value: string): readonly string[] => {
  if (!loadingAttribute.test(name) || (name === 'href' && !/^(link|image|use|script|feImage)$/.test(tag))) return []
  if (name === 'style') return addressesIn(value)
  // The widths and densities of a list come along, and are nobody's address.
  return /set|ping/.test(name) ? value.split(/[\s,]+/) : [value]
}
