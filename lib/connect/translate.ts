import type { AnyCategory, AnyOptIn, CategoryInput, CategoryMap, NoCategories, Report } from '../types.js'

/** The categories of which one must be approved; of a list inside the list, all. */
export type Needs<More extends CategoryMap = NoCategories> = readonly CategoryInput<More>[]

/** Their switches, each with what it needs, a list or one category; a switch that is not named keeps its default. */
export type SwitchMap<Switch extends string = string, More extends CategoryMap = NoCategories> = {
  readonly [S in Switch]?: Needs<More> | AnyCategory<More>
}

/** Reports, in the OptIn's own words, what is none of its categories. */
export const check = (switches: object, optIn: AnyOptIn, report: Report): void => {
  for (const needed of Object.values(switches).flat(2))
    optIn.whenApproved(needed).catch((error) => error.code === 'invalid-category' && report(error))
}

/** Writes the switches as a message: `word` answers for each, on or off. */
export const translate = (switches: object, isApproved: AnyOptIn['isApproved'], word: (isOn: boolean) => unknown): string =>
  JSON.stringify(switches, (key, needs) => (key ? word([needs].flat().some((needed) => isApproved(needed))) : needs))
