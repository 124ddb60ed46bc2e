/** The properties by which an element may load something; `rel` makes a link one that loads. */
export const loadingProperties = 'src srcset imageSrcset href rel srcdoc data poster background ping style'.split(' ')

/** The attributes by which an element may load something. */
export const loadingAttributes = loadingProperties.map((name) => name.toLowerCase())

/** Finds the addresses of a style: those in `url()`, and full ones in quotes, as in `image-set()` and `@import`. */
export const addressInStyle = /(?<=url\(\s*(["']?))[^"')\s].*?(?=\1\s*\))|(?<=(["']))(https?:)?\/\/.*?(?=\2)/gis

/** Tells whether a link of this kind loads anything. */
export const isLoadingLink = (rel: string): boolean => /stylesheet|pre(load|fetch|connect|render)|icon|manifest/i.test(rel)

/** Lists the addresses that an attribute of an element loads; markup is not looked into, and `rel` is that of a link. */
export const addressesOf = (tag: string, name: string, value: string, rel: string): readonly string[] => {
  if (tag === 'link' ? !isLoadingLink(rel) : (name === 'href' && !/^(image|use|script|feImage)$/.test(tag)) || (name === 'data' && tag !== 'object')) return []
  if (name === 'style') return value.match(addressInStyle) ?? []
  // The widths and densities of a list come along, and are nobody's address.
  return /set|ping/.test(name) ? value.split(/[\s,]+/) : [value]
}
