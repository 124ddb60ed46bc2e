/** @jest-environment node */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { deadLinks } from './tools/docs/checkLinks.js'
import { compileBlocks } from './tools/docs/compileBlocks.js'
import { readMarkdown } from './tools/docs/readMarkdown.js'

const listed = (folder: string, ending: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(ending))
        .map((name) => `${folder}/${name.split(sep).join('/')}`)
    : []

const files = ['README.md', 'CHANGELOG.md', ...listed('docs', '.md')].filter((name) => existsSync(name))
const pages = files.map((file) => readMarkdown(file, readFileSync(file, 'utf8')))
const connectors = [...listed('lib/adapters', '.ts'), ...listed('lib/bridges', '.ts')].map((file) => file.slice('lib/'.length, -'.ts'.length))

describe('the docs', () => {
  it('have code blocks that compile against the package', () => {
    const blocks = pages.flatMap((page) => page.blocks)
    expect(compileBlocks(process.cwd(), blocks)).toEqual([])
  })

  it('have code blocks whose language is said, by its short name', () => {
    const known = ['css', 'diff', 'html', 'http', 'js', 'json', 'jsx', 'sh', 'text', 'ts', 'tsx', 'yaml']
    const others = pages.flatMap(({ blocks }) => blocks.filter(({ language }) => !known.includes(language)))
    expect(others.map(({ file, line, language }) => `${file}:${line}: ${language || 'no language'}`)).toEqual([])
  })

  it('have links that lead somewhere', () => {
    expect(deadLinks(pages, (path) => existsSync(join(process.cwd(), path)))).toEqual([])
  })

  it('have a page for each adapter and each bridge', () => {
    expect(connectors.filter((name) => !existsSync(`docs/${name}.md`))).toEqual([])
  })
})
