import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TestPage } from '../tools/browser.js'
import { openBrowser } from '../tools/browser.js'
import { openSite } from '../tools/site.js'

/** One figure beside what it is compared with; less is better, and it may not pass its limit. */
export interface Row {
  readonly name: string
  readonly ours: number
  readonly floor: number
  readonly unit: string
  readonly limit: number
}

interface Bench {
  readonly title: string
  readonly run: (page: TestPage) => Promise<readonly Row[]>
}

const isBench = (value: unknown): value is Bench => typeof (value as Partial<Bench> | null)?.run === 'function' && typeof (value as Bench).title === 'string'

const show = (number: number): string => (number >= 100 ? number.toFixed(0) : number.toPrecision(3))

/** A bench's rows as lines to be read, each with its ratio to the floor. */
export const tableOf = ({ title }: Pick<Bench, 'title'>, rows: readonly Row[]): string => {
  const width = Math.max(...rows.map(({ name }) => name.length))
  const line = ({ name, ours, floor, unit, limit }: Row) =>
    `  ${name.padEnd(width)}  ${show(ours)} ${unit}, floor ${show(floor)}, ratio ${(ours / floor).toFixed(2)}, limit ${show(limit)}${ours > limit ? '  OVER' : ''}`
  return [title, ...rows.map(line)].join('\n')
}

/** Runs every bench of this folder, one after another, in one Chromium, and prints its table. */
export const runBenches = async (): Promise<void> => {
  const site = await openSite({ '/': '<!doctype html><title>Bench</title>' })
  const browser = await openBrowser('chromium')
  try {
    for (const file of readdirSync('spec/bench').filter((name) => name.endsWith('.ts') && !/^runBenches|\.spec\.ts$/.test(name))) {
      const exported = (await import(pathToFileURL(join(process.cwd(), 'spec/bench', file)).href)) as Record<string, unknown>
      for (const bench of Object.values(exported).filter(isBench)) {
        const context = await browser.newContext()
        const page = await context.newPage()
        await page.goto(site.url('bench.test'))
        console.log(`\n${tableOf(bench, await bench.run(page))}`)
        await context.close()
      }
    }
  } finally {
    await browser.close()
    await site.close()
  }
}
