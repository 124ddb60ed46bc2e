/** The middle one; of an even number, the upper of the two in the middle. */
export const median = (numbers: readonly number[]): number => [...numbers].sort((one, other) => one - other)[numbers.length >> 1] ?? NaN

/** Rows of a round each → the median of each column, by its name. */
export const medians = (names: readonly string[], rows: readonly (readonly number[])[]): Readonly<Record<string, number>> =>
  Object.fromEntries(names.map((name, at) => [name, median(rows.map((row) => row[at] ?? NaN))]))
