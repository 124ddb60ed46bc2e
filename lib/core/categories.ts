import type { AdobeCategories } from '../types.js'

/** Adobe's categories, by the names ECID gives them. */
export const Categories: AdobeCategories = Object.freeze({
  AAM: 'aam',
  ADCLOUD: 'adcloud',
  ANALYTICS: 'aa',
  CAMPAIGN: 'campaign',
  ECID: 'ecid',
  LIVEFYRE: 'livefyre',
  TARGET: 'target',
  MEDIA_ANALYTICS: 'mediaaa',
})
