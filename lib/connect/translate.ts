import type { AnyCategory, AnyOptIn, CategoryInput, CategoryMap, NoCategories } from '../types.js'

/** The categories of which one must be approved; of a list inside the list, all. */
export type Needs<More extends CategoryMap = NoCategories> = readonly NoInfer<CategoryInput<More>>[]

/** Their switches, each with what it needs, a list or one category; a switch that is not named keeps its default. */
export type SwitchMap<Switch extends string = string, More extends CategoryMap = NoCategories> = {
  readonly [S in Switch]?: Needs<More> | NoInfer<AnyCategory<More>>
}

/** Writes the switches as a message: each `granted` or `denied`. */
export const translate = (switches: object, isApproved: AnyOptIn['isApproved']): string =>
  JSON.stringify(switches, (key, needs) => (key ? ([needs].flat().some((needed) => isApproved(needed)) ? 'granted' : 'denied') : needs))
