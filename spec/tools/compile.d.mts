import type { Plugin } from 'rollup'

export const compile: Plugin
export const makeSmall: Plugin
