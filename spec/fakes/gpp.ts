import type { CmpApi as CmpApiType } from '@iabgpp/cmpapi'
import type { FakePlatform } from './platform.js'
import { fail, page } from './platform.js'

type Answer = (value: unknown, success: boolean) => void
interface Stub {
  (command?: string, answer?: Answer, parameter?: unknown): unknown
  queue: unknown[][]
  events: { id: number; callback: Answer; parameter: unknown }[]
  lastId: number
}

const FIELDS = ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut']

/** A stub after the “CMP API Specification” of GPP 1.1: npm has none. */
export const stubGpp = (): void => {
  const ping = () => ({
    gppVersion: '1.1',
    cmpStatus: 'stub',
    cmpDisplayStatus: 'hidden',
    signalStatus: 'not ready',
    supportedAPIs: [],
    cmpId: 0,
    sectionList: [],
    applicableSections: [],
    gppString: '',
    parsedSections: {},
  })
  const stub = ((command, answer, parameter) => {
    // Without a command, and with `events`, it hands over what it kept to the library that comes.
    if (command === undefined) return stub.queue
    if (command === 'events') return stub.events
    if (command === 'ping') answer?.(ping(), true)
    else if (command === 'addEventListener') {
      const id = ++stub.lastId
      stub.events.push({ id, callback: answer as Answer, parameter })
      answer?.({ eventName: 'listenerRegistered', listenerId: id, data: true, pingData: ping() }, true)
    } else if (command === 'removeEventListener') {
      const before = stub.events.length
      stub.events = stub.events.filter(({ id }) => id !== parameter)
      answer?.({ eventName: 'listenerRemoved', listenerId: parameter, data: stub.events.length < before, pingData: ping() }, true)
    } else if (command === 'hasSection') answer?.(false, true)
    else stub.queue.push([command, answer, parameter])
    return undefined
  }) as Stub
  Object.assign(stub, { queue: [], events: [], lastId: 0 })
  page.__gpp = stub
}

/** What a section says; 1 is an opt-out, 2 is none. */
export type Fields = Readonly<Record<string, number | boolean>>

/** The IAB's own GPP library, with a stub after the specification. */
export interface RealGpp extends FakePlatform {
  start(): void
  /** The visitor, or the platform by itself, sets these sections: not ready, changed, ready. */
  set(sections: Readonly<Record<string, Fields>>, applicable: readonly number[]): void
}

/** `@iabgpp/cmpapi` itself with the United States' national section; an id that is chosen is not opted out of. */
export const realGpp = (): RealGpp => {
  let cmp: CmpApiType
  const fieldsOf = (approved: readonly string[]): Fields =>
    Object.fromEntries(FIELDS.map((field) => [field, approved.includes(field) ? 2 : 1]))
  const gpp: RealGpp = {
    start: () => {
      if (!page.__gpp) stubGpp()
      jest.isolateModules(() => {
        const { CmpApi } = jest.requireActual('@iabgpp/cmpapi') as { CmpApi: typeof CmpApiType }
        cmp = new CmpApi(300, 1)
      })
      cmp.setCmpStatus('loaded' as never)
    },
    set: (sections, applicable) => {
      cmp.setSignalStatus('not ready' as never)
      cmp.setApplicableSections([...applicable])
      for (const [section, fields] of Object.entries(sections)) {
        for (const [field, value] of Object.entries(fields)) cmp.setFieldValue(section, field, value)
        cmp.fireSectionChange(section)
      }
      cmp.setCmpDisplayStatus('hidden' as never)
      cmp.setSignalStatus('ready' as never)
    },
    load: (stored) => {
      gpp.start()
      if (stored) gpp.set({ usnat: fieldsOf(stored) }, [7])
      else cmp.setCmpDisplayStatus('visible' as never)
    },
    choose: (approved) => gpp.set({ usnat: fieldsOf(approved) }, [7]),
    reopen: () => cmp.setCmpDisplayStatus('visible' as never),
    breakDown: () => {
      page.__gpp = fail
    },
    lie: () => {
      gpp.set({ usnat: fieldsOf([]) }, [])
      page.__gpp = (_command: string, answer: Answer) =>
        answer({ listenerId: 'x', pingData: { signalStatus: true, applicableSections: 7, parsedSections: 'usnat' } }, true)
    },
    vanish: () => {
      delete page.__gpp
    },
  }
  return gpp
}
