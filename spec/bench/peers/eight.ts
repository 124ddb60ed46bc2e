/** As many categories as Adobe's object has. */
export const eight: readonly string[] = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
