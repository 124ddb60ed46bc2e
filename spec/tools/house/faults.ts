import type { SourceFacts } from './readSources.js'
import { roomOf } from './rooms.js'

const matches = (allowed: readonly string[], path: string) =>
  allowed.some((name) => (name.endsWith('/') ? path.startsWith(name) : path === name))

const roomFaults = ({ file, imports, globals, members }: SourceFacts): string[] => {
  const room = roomOf(file)
  if (!room) return [`${file} is in no room: the table knows neither it nor its folder`]
  const { packages = [], touches, leaves = [] } = room
  const allowed = [...room.imports, 'core/errors', ...packages.map((name) => `npm:${name}`)]
  const atRunTime = imports.filter(({ isType }) => !isType).map(({ to }) => to)
  return [
    ...atRunTime.filter((to) => !matches(allowed, to)).map((to) => `${file} must not import ${to}`),
    ...globals.filter((name) => touches !== 'anything' && !touches.includes(name)).map((name) => `${file} must not touch ${name}`),
    ...members.filter((name) => leaves.includes(name)).map((name) => `${file} must not use optIn.${name}`),
  ]
}

/** What breaks the table of rooms: imports, globals, and who speaks or listens to an OptIn. */
export const faultsOfRooms = (sources: readonly SourceFacts[]): string[] => {
  const faults = sources.flatMap(roomFaults)
  const dictionary = sources.flatMap(({ file, imports }) =>
    imports.filter(({ to, isType }) => to === 'types' && !isType).map(() => `${file} must import types.ts with \`import type\``),
  )
  const outward = sources.flatMap(({ file, imports }) =>
    imports.filter(({ to }) => to.startsWith('extension/') && !file.startsWith('extension/')).map(({ to }) => `${file} must not import ${to}`),
  )
  return [...new Set([...faults, ...dictionary, ...outward])]
}

/** Rings of imports, those of types included. */
export const ringsOf = (sources: readonly SourceFacts[]): string[] => {
  const imports = new Map(sources.map(({ file, imports: all }) => [file, all.map(({ to }) => to)]))
  const rings: string[] = []
  const done = new Set<string>()
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) rings.push([...way.slice(way.indexOf(file)), file].join(' → '))
    else if (!done.has(file)) {
      for (const to of imports.get(file) ?? []) walk(to, [...way, file])
      done.add(file)
    }
  }
  for (const file of imports.keys()) walk(file, [])
  return rings
}

/** Files that are too long, folders that are not flat, classes and whatever else the house does without. */
export const faultsOfForm = (sources: readonly SourceFacts[]): string[] =>
  sources.flatMap(({ file, lines, classes, oddities }) => [
    ...(lines > 150 && file !== 'types' ? [`${file} has ${lines} lines; 150 are the most`] : []),
    ...(/^(adapters|bridges)\/.+\//.test(file) ? [`${file} is not flat in its room`] : []),
    ...classes.filter((name) => name !== 'OptInError').map((name) => `${file} has the class ${name}`),
    ...oddities.map((oddity) => `${file} has ${oddity}`),
  ])

/** Exports without a docstring. */
export const undocumentedOf = (sources: readonly SourceFacts[]): string[] =>
  sources.flatMap(({ file, undocumented }) => undocumented.map((name) => `${file} exports ${name} without a docstring`))

const vague = /manager|service(?!worker)|helper|util|handler/i
const others = /^(adapters|bridges|extension)\//

/** Names that say nothing, and “consent” where it is not another's name. */
export const faultsOfNames = (sources: readonly SourceFacts[]): string[] =>
  sources.flatMap(({ file, exports }) =>
    [file, ...exports]
      .filter((name) => vague.test(name) || (/consent/i.test(name) && !others.test(file) && !others.test(name)))
      .map((name) => `${file}: the name ${name}`),
  )

// Files that each stand at a surface of the browser: what they do together is seen in real browsers.
const seenInBrowsers = ['gate/requests/', 'extension/views/']

/** The source files whose spec is not where it mirrors them; dictionaries of types and doors need none. */
export const filesWithoutSpec = (sources: readonly SourceFacts[], specs: readonly string[]): string[] => {
  const names = new Set(specs.map((name) => name.replace(/(\.browser)?\.spec\.tsx?$/, '')))
  const browserSpecs = specs.filter((name) => name.endsWith('.browser.spec.ts'))
  const isSeen = (file: string) =>
    seenInBrowsers.some((folder) => file.startsWith(folder) && browserSpecs.some((name) => name.startsWith(folder)))
  const isExempt = (file: string) => /(^|\/)(types|index)$/.test(file) || isSeen(file)
  return sources.map(({ file }) => file).filter((file) => !isExempt(file) && !names.has(file))
}
