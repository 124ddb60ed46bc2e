/** @jest-environment node */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readManifest, readZip, zipPath } from './property.js'

const files = readZip()
const names = files.map(([name]) => name)
const byName = new Map(files)
const manifest = readManifest()
const components = [...manifest.events, ...manifest.conditions, ...manifest.actions, ...manifest.dataElements]

describe('the packed extension', () => {
  it('is accepted by Adobe’s validator, as it comes out of the zip', () => {
    const folder = mkdtempSync(join(tmpdir(), 'extension-'))
    try {
      for (const [name, text] of files) {
        mkdirSync(join(folder, dirname(name)), { recursive: true })
        writeFileSync(join(folder, name), text)
      }
      const validator = join(process.cwd(), 'node_modules/@adobe/reactor-validator/bin/index.js')
      expect(() => execFileSync(process.execPath, [validator], { cwd: folder, stdio: 'pipe' })).not.toThrow()
      writeFileSync(join(folder, 'extension.json'), '{}')
      expect(() => execFileSync(process.execPath, [validator], { cwd: folder, stdio: 'pipe' })).toThrow()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('has the version of the package, in its manifest and its name', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect([manifest.version, zipPath.includes(version)]).toEqual([version, true])
  })

  it('has nothing twice, and nothing that no one asks for', () => {
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    const views = [manifest.configuration.viewPath, ...components.flatMap(({ viewPath }) => viewPath ?? []), 'form.css', 'form.js']
    const asked = ['extension.json', manifest.main, manifest.iconPath, ...components.map(({ libPath }) => libPath), ...views.map((view) => manifest.viewBasePath + view)]
    expect([...names].sort()).toEqual([...new Set(asked)].sort())
  })

  it('shares one library among its modules, which import nothing else', () => {
    const requires = files.filter(([name]) => name.endsWith('.js') && !name.startsWith('views/')).map(([name, text]) => [name, [...text.matchAll(/\brequire\(([^)]*)\)/g)].map(([, what]) => what)])
    for (const [name, what] of requires) expect([name, what]).toEqual([name, name === 'library.js' ? [] : ['"../library.js"']])
  })

  it('has an icon that draws and does nothing else', () => {
    const icon = byName.get(manifest.iconPath) as string
    expect(icon).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 64 64"/)
    expect(icon).not.toMatch(/script|href|on\w+=|<!/i)
  })

  it('has views without a script or style of their own, under a policy that lets nothing else in', () => {
    for (const [name, text] of files.filter(([path]) => path.endsWith('.html'))) {
      expect([name, text.match(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=|javascript:/g)]).toEqual([name, null])
      expect(text).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' https:\/\/assets\.adobedtm\.com [^"]*; style-src 'self' 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'"/)
      expect(text.startsWith('<!DOCTYPE html>')).toBe(true)
    }
  })
})
