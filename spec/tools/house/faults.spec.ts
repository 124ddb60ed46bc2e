/** @jest-environment node */
import { join } from 'node:path'
import { faultsOfForm, faultsOfNames, faultsOfRooms, filesWithoutSpec, ringsOf, undocumentedOf } from './faults.js'
import { readSources } from './readSources.js'

const sound: Record<string, string> = {
  'types.ts': '/** It. */\nexport interface OptIn { approve(name: string): void; on(event: string, callback: () => void): void; readonly status: string }',
  'core/errors.ts': '/** The one class. */\nexport class OptInError extends Error {}',
  'core/events.ts': `import { TinyEmitter } from 'tiny-emitter'\nimport { OptInError } from './errors.js'\n/** It. */\nexport const events = [TinyEmitter, OptInError, Object.keys({ document: 1 }).length]`,
  'cookies/jar.ts': '/** It. */\nexport const read = () => document.cookie',
  'connect/settle.ts': `import type { OptIn } from '../types.js'\n/** It. */\nexport const settle = (optIn: OptIn) => optIn.approve('aa')`,
  'adapters/one.ts': `import { settle } from '../connect/settle.js'\n/** It. */\nexport const one = settle`,
  'bridges/out.ts': `import type { OptIn } from '../types.js'\n/** It. */\nexport const out = (optIn: OptIn) => optIn.on('change', () => undefined)`,
}

const house = (changes: Record<string, string> = {}) => readSources(join(process.cwd(), 'lib'), { ...sound, ...changes })

// One program for each house would take a second each, so each fault has a file of its own in one house.
const faulty = house({
  'core/a.ts': `import { read } from '../cookies/jar.js'\n/** It. */\nexport const a = read`,
  'core/b.ts': `/** It. */\nexport const b = () => setTimeout(() => document.cookie, 1)`,
  'core/c.ts': `import { TinyEmitter } from 'tiny-emitter'\n/** It. */\nexport const c = TinyEmitter`,
  'core/d.ts': `import { OptIn } from '../types.js'\n/** It. */\nexport type D = OptIn`,
  'core/e.ts': `import type { F } from './f.js'\n/** It. */\nexport type E = F`,
  'core/f.ts': `import type { E } from './e.js'\n/** It. */\nexport type F = E`,
  'core/g.ts': `/** It. */\nexport class Box {}\nexport const bare = 1\n/** It. */\nexport enum Kind { One }\nexport * from './b.js'\nexport default eval('1')`,
  'core/long.ts': `/** It. */\nexport const long = 1\n${'// line\n'.repeat(150)}`,
  'core/eventManager.ts': '/** It. */\nexport const consentState = 1',
  'adapters/ears.ts': `import type { OptIn } from '../types.js'\n/** It. */\nexport const ears = ({ on }: OptIn) => on('change', () => undefined)`,
  'adapters/deep/inner.ts': `/** It. */\nexport const inner = localStorage`,
  'bridges/mouth.ts': `import type { OptIn } from '../types.js'\nimport { one } from '../adapters/one.js'\n/** It. */\nexport const mouth = (optIn: OptIn) => [one, optIn.approve('aa')]`,
  'attic/a.ts': '/** It. */\nexport const attic = 1',
  'extension/instance.ts': '/** It. */\nexport const instance = globalThis',
  'index.ts': `export { instance } from './extension/instance.js'`,
})

describe('the check of the house', () => {
  it('finds nothing in a sound one', () => {
    const sources = house()
    expect([...faultsOfRooms(sources), ...ringsOf(sources), ...faultsOfForm(sources), ...undocumentedOf(sources), ...faultsOfNames(sources)]).toEqual([])
  })

  it('finds imports, globals and members that a room must leave alone', () => {
    expect(faultsOfRooms(faulty).sort()).toEqual([
      'adapters/deep/inner must not touch localStorage',
      'adapters/ears must not use optIn.on',
      'attic/a is in no room: the table knows neither it nor its folder',
      'bridges/mouth must not import adapters/one',
      'bridges/mouth must not use optIn.approve',
      'core/a must not import cookies/jar',
      'core/b must not touch document',
      'core/b must not touch setTimeout',
      'core/c must not import npm:tiny-emitter',
      'core/d must import types.ts with `import type`',
      'core/d must not import types',
      'index must not import extension/instance',
    ])
  })

  it('finds a ring, also of types', () => {
    expect(ringsOf(faulty)).toEqual(['core/e → core/f → core/e'])
  })

  it('finds what the house does without', () => {
    expect(faultsOfForm(faulty).sort()).toEqual([
      'adapters/deep/inner is not flat in its room',
      'core/g has a call of eval',
      'core/g has a default export',
      'core/g has export * of code',
      'core/g has the class Box',
      'core/g has the enum Kind',
      'core/long has 152 lines; 150 are the most',
    ])
  })

  it('finds exports without a docstring', () => {
    expect(undocumentedOf(faulty)).toEqual(['core/g exports bare without a docstring'])
  })

  it('finds names that say nothing', () => {
    expect(faultsOfNames(faulty)).toEqual(['core/eventManager: the name core/eventManager', 'core/eventManager: the name consentState'])
  })

  it('finds code in the dictionary of types', () => {
    expect(faultsOfForm(house({ 'types.ts': '/** It. */\nexport const one = 1' }))).toEqual(['types has code in the dictionary of types'])
  })

  it('finds the files whose spec does not mirror them', () => {
    const specs = ['core/errors.spec.ts', 'core/events.spec.ts', 'cookies/jar.browser.spec.ts', 'connect/settle.spec.tsx', 'one.spec.ts']
    expect(filesWithoutSpec(house(), specs)).toEqual(['adapters/one', 'bridges/out'])
    const gate = faulty.slice(0, 1).map((source) => ({ ...source, file: 'gate/requests/guardFetch' }))
    expect(filesWithoutSpec(gate, ['gate/requests/hosts.spec.ts'])).toEqual(['gate/requests/guardFetch'])
    expect(filesWithoutSpec(gate, ['gate/requests/ways.browser.spec.ts'])).toEqual([])
  })
})
