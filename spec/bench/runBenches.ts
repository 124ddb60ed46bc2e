import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TestPage } from '../tools/browser.js'
import { openBrowser } from '../tools/browser.js'
import { openHarness } from '../tools/openHarness.js'
import { openSite } from '../tools/site.js'

/** One figure beside what it is compared with; less is better, and it may not pass its limit. */
export interface Row {
  readonly name: string
  readonly ours: number
  readonly floor?: number
  readonly unit: string
  readonly limit: number
}

interface Bench {
  readonly title: string
  /** Gives its rows, or a table of its own to stand above them. */
  readonly run: (page: TestPage) => Promise<readonly Row[] | { readonly table: string; readonly rows: readonly Row[] }>
}

const folder = 'spec/bench'

const isBench = (value: unknown): value is Bench => typeof (value as Partial<Bench> | null)?.run === 'function' && typeof (value as Bench).title === 'string'

const show = (number: number): string => (Math.abs(number) >= 100 ? number.toFixed(0) : number.toPrecision(3))

/** A bench's rows as lines to be read, each with its ratio to the floor. */
export const tableOf = (rows: readonly Row[]): string => {
  const width = Math.max(...rows.map(({ name }) => name.length))
  const line = ({ name, ours, floor, unit, limit }: Row) => {
    const beside = floor === undefined ? '' : `, floor ${show(floor)}, ratio ${(ours / floor).toFixed(2)}`
    return `  ${name.padEnd(width)}  ${show(ours)} ${unit}${beside}, limit ${show(limit)}${ours <= limit ? '' : '  OVER'}`
  }
  return rows.map(line).join('\n')
}

/** The files of the benches that are asked for, by their names; all of them when none is. */
export const benchFiles = (files: readonly string[], asked: readonly string[]): string[] => {
  const names = files.flatMap((file) => (/^(?!runBenches)(\w+)\.ts$/.exec(file)?.[1] ?? []) as string | never[])
  const unknown = asked.filter((name) => !names.includes(name))
  if (unknown.length) throw new Error(`There is no bench ${unknown.join(', ')}; there are ${names.join(', ')}.`)
  return names.filter((name) => !asked.length || asked.includes(name)).map((name) => `${name}.ts`)
}

/** Runs the benches of this folder, one after another, in one Chromium, and prints their tables. */
export const runBenches = async (asked: readonly string[]): Promise<void> => {
  const files = benchFiles(readdirSync(folder), asked)
  const site = await openSite({ '/': '<!doctype html><title>Bench</title>' })
  const browser = await openBrowser('chromium')
  try {
    for (const file of files) {
      const exported = (await import(pathToFileURL(join(process.cwd(), folder, file)).href)) as Record<string, unknown>
      for (const bench of Object.values(exported).filter(isBench)) {
        const context = await browser.newContext()
        const page = await context.newPage()
        await page.goto(site.url('bench.test'))
        const found = await bench.run(page)
        console.log(`\n${bench.title}\n`)
        if ('table' in found) console.log(`${found.table}\n`)
        console.log(tableOf('rows' in found ? found.rows : found))
        await context.close()
      }
    }
  } finally {
    await site.close()
    // The harness keeps the browser for whoever comes next; here nobody does.
    await (await openHarness()).close()
  }
}
