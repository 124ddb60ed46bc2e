import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/** The packed extension, as it is uploaded. */
export const zipPath = join('dist', `visitor-opt-in-${version}.zip`)

/** The files of the zip by their paths, in their order, each as often as it is in it. */
export const readZip = (): [path: string, text: string][] => {
  let zip: Buffer
  try {
    zip = readFileSync(zipPath)
  } catch {
    throw new Error(`There is no ${zipPath}: run \`npm run extension\` first.`)
  }
  const names: string[] = []
  const files = unzipSync(zip, { filter: ({ name }) => Boolean(names.push(name)) })
  return names.map((name) => [name, strFromU8(files[name] as Uint8Array)])
}

interface Component {
  readonly name: string
  readonly displayName: string
  readonly libPath: string
  readonly viewPath?: string
  readonly schema: object
}

const kinds = ['events', 'conditions', 'actions', 'dataElements'] as const

/** The manifest of an extension, the part that the specs read. */
export type Manifest = { readonly [Kind in (typeof kinds)[number]]: readonly Component[] } & {
  readonly name: string
  readonly version: string
  readonly displayName: string
  readonly main: string
  readonly iconPath: string
  readonly viewBasePath: string
  readonly configuration: { readonly viewPath: string; readonly schema: object }
}

/** The manifest in the zip. */
export const readManifest = (): Manifest => JSON.parse(new Map(readZip()).get('extension.json') as string) as Manifest

/** A part of a rule: the name in the manifest, ours or `site.…` for the page's own, with its settings. */
export type Part = readonly [name: string, settings?: object, more?: object]

export interface Rule {
  readonly event: Part
  readonly conditions?: readonly Part[]
  readonly actions: readonly Part[]
}

/** A property of Tags: an extension's configuration, rules, data elements. */
export interface Property {
  readonly configuration?: object
  /** Leaves every module of ours out. */
  readonly isEmpty?: boolean
  readonly rules?: Readonly<Record<string, Rule>>
  readonly dataElements?: Readonly<Record<string, Part>>
}

// Adobe's Core extension is not on npm; this one does what the specs need of it.
const site = {
  click: `function (module) { module.exports = (settings, trigger) =>
    addEventListener('click', ({ target }) => { if (target.matches(settings.selector)) trigger({ element: target }) }) }`,
  note: `function (module) { module.exports = (settings) => { (window.noted ??= []).push(settings) } }`,
  loaded: `function (module) { module.exports = (settings, trigger) => trigger() }`,
  global: `function (module) { module.exports = ({ name }) => window[name] }`,
}

const text = (value: unknown): string => JSON.stringify(value)

/** The library that Tags would build of the property and the zip, without the engine that runs it. */
export const containerOf = ({ configuration = {}, isEmpty = false, rules = {}, dataElements = {} }: Property): string => {
  const files = new Map(readZip())
  const manifest = readManifest()
  const names = new Map<string, string>(Object.keys(site).map((name) => [`site.${name}`, `site/${name}.js`]))
  const labels = new Map<string, Component>()
  for (const kind of kinds)
    for (const component of manifest[kind]) {
      names.set(`${kind}.${component.name}`, `${manifest.name}/${component.libPath}`)
      labels.set(component.libPath, component)
    }
  const modulePath = (kind: string, name: string): string => {
    const path = names.get(name) ?? names.get(`${kind}.${name}`)
    if (!path) throw new Error(`The manifest has no ${kind}.${name}`)
    return path
  }
  const part = (kind: string, [name, settings = {}, more = {}]: Part) => ({ modulePath: modulePath(kind, name), settings, ...more })
  const modules = [...files]
    .filter(([path]) => !isEmpty && path.endsWith('.js') && dirname(path) !== 'views')
    .map(([path, code]) => {
      const { name, displayName } = labels.get(path) ?? { name: path, displayName: path }
      return `${text(`${manifest.name}/${path}`)}: { name: ${text(name)}, displayName: ${text(displayName)}, script: function (module, exports, require, turbine) { ${code} } }`
    })
  const ownModules = Object.entries(site).map(([name, code]) => `${text(`site/${name}.js`)}: { name: ${text(name)}, displayName: ${text(name)}, script: ${code} }`)
  const ruleList = Object.entries(rules).map(([name, { event, conditions = [], actions }], at) => ({
    id: `RL${String(at).padStart(32, '0')}`,
    name,
    events: [{ ...part('events', event), ruleOrder: 50 }],
    conditions: conditions.map((one) => ({ timeout: 2000, ...part('conditions', one) })),
    actions: actions.map((one) => ({ timeout: 2000, delayNext: false, ...part('actions', one) })),
  }))
  const elements = Object.fromEntries(Object.entries(dataElements).map(([name, one]) => [name, part('dataElements', one)]))
  return `window._satellite = { container: {
    company: { orgId: 'X@AdobeOrg', dynamicCdnEnabled: false },
    property: { id: 'PR1', name: 'A shop', settings: { domains: ['shop.test'], undefinedVarsReturnEmpty: false, ruleComponentSequencingEnabled: false } },
    buildInfo: { minified: false, buildDate: '2026-01-01', turbineVersion: '28', turbineBuildDate: '2026-01-01' },
    environment: { id: 'EN1', stage: 'development' },
    extensions: {
      ${text(manifest.name)}: { displayName: ${text(manifest.displayName)}, settings: ${text(configuration)}, modules: { ${modules.join(',\n')} } },
      site: { displayName: 'The site', settings: {}, modules: { ${ownModules.join(',\n')} } }
    },
    dataElements: ${text(elements)},
    rules: ${text(ruleList)}
  } };`
}

/** The whole library: container and engine, one script. */
export const libraryOf = (property: Property): string =>
  `${containerOf(property)}\n${readFileSync('node_modules/@adobe/reactor-turbine/dist/engine.js', 'utf8')}`
