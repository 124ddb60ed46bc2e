/** @jest-environment node */
import { join } from 'node:path'
import { faultsOfForm, faultsOfNames, faultsOfRooms, ringsOf } from './tools/house/faults.js'
import { filesOf, readSources } from './tools/house/readSources.js'

const sources = readSources(join(process.cwd(), 'lib'), filesOf('lib'))
describe('the house', () => {
  it('is read whole', () => {
    expect(sources.length).toBeGreaterThan(30)
  })

  it('has rooms that import, touch and use only what the table allows', () => {
    expect(faultsOfRooms(sources)).toEqual([])
  })

  it('has no ring of imports', () => {
    expect(ringsOf(sources)).toEqual([])
  })

  it('has short files, flat connector rooms, and no class but the error', () => {
    expect(faultsOfForm(sources)).toEqual([])
  })

  it('has names that say something', () => {
    expect(faultsOfNames(sources)).toEqual([])
  })
})
