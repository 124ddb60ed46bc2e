import type { IdMap } from './readOptions.js'
import type { Answer } from './toDecision.js'

const MARKETING = 'marketing|advertising|ads|targeting'
const SOCIAL = 'social|social_media'

/**
 * The default map where the site itself names what it asks for: the usual names, by kind.
 *
 * `a|b` is one thing with several names.
 */
export const kinds: IdMap = {
  'analytics|analytic|statistics|measurement|performance': ['aa', 'mediaaa'],
  'functional|functionality|preferences|personalization|personalisation|experience': 'target',
  [MARKETING]: ['aam', 'adcloud', 'campaign'],
  [SOCIAL]: 'livefyre',
}

/** One thing a platform asks for: the names it goes by, and whether it is approved. */
export type Item = readonly [names: readonly unknown[], approved: unknown]

/**
 * Answers by name: approved when everything of that name is, denied when anything is, else not known.
 *
 * Where nothing is social, marketing speaks for it.
 */
export const byName = (items: readonly Item[]): Answer => {
  const answer = (id: string): boolean | undefined => {
    const voices = items.filter(([names]) => id.split('|').some((name) => names.includes(name))).map((item) => item[1])
    return voices.includes(false)
      ? false
      : voices.length
        ? voices.every((voice) => voice === true) || undefined
        : id === SOCIAL
          ? answer(MARKETING)
          : undefined
  }
  return answer
}
