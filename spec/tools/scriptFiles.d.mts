import type { InputOptions, OutputOptions } from 'rollup'

/** How rollup makes the script file of an entry: it adds its exports to `window.VisitorOptIn`. */
export const scriptFile: (entry: string, file: string, root?: string) => InputOptions & { output: OutputOptions }
