/** One measure of several libraries, by their names; a library it makes no sense for is left out. */
export interface Measure {
  readonly name: string
  readonly unit: string
  readonly figures: Readonly<Record<string, number>>
}

const show = (figure: number): string =>
  Math.abs(figure) >= 1_000 ? figure.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ' ') : figure.toPrecision(3)

/** A Markdown table: a line a measure, a column a library, and how many times as much as the first one's each figure is. */
export const comparisonOf = (libraries: readonly string[], measures: readonly Measure[]): string => {
  const [first = ''] = libraries
  const cell = (figures: Measure['figures'], library: string): string => {
    const figure = figures[library]
    const own = figures[first]
    if (figure === undefined) return '–'
    return show(figure) + (library === first || !own || own < 0 || figure < 0 ? '' : ` (${Number((figure / own).toPrecision(2))}×)`)
  }
  const rows = [
    ['', ...libraries],
    ...measures.map(({ name, unit, figures }) => [`${name}, ${unit}`, ...libraries.map((library) => cell(figures, library))]),
  ]
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  const line = (row: readonly string[]) => `| ${row.map((text, at) => (at ? text.padStart(widths[at]!) : text.padEnd(widths[at]!))).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at ? '-'.repeat(width - 1) + ':' : '-'.repeat(width))).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), rule, ...body.map(line)].join('\n')
}
