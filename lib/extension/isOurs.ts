import type { AnyOptIn } from '../types.js'

/** Whether it is one of ours, and not the smaller object of Adobe's VisitorAPI. */
export const isOurs = (optIn: AnyOptIn): boolean => typeof optIn.decide === 'function'
