import type { CmpApi as CmpApiType } from '@iabtechlabtcf/cmpapi'
import type * as Core from '@iabtechlabtcf/core'
import type { FakePlatform } from './platform.js'
import { fail, page } from './platform.js'

const purposes = Object.fromEntries(
  Array.from({ length: 11 }, (_, index) => [`${index + 1}`, { id: index + 1, name: `purpose ${index + 1}`, description: '', illustrations: [] }]),
)

/** A vendor list of one: Adobe, 565. */
export const vendorList = {
  gvlSpecificationVersion: 3,
  vendorListVersion: 100,
  tcfPolicyVersion: 5,
  lastUpdated: '2026-01-01T00:00:00Z',
  purposes,
  specialPurposes: {},
  features: {},
  specialFeatures: {},
  stacks: {},
  dataCategories: {},
  vendors: {
    565: {
      id: 565,
      name: 'Adobe',
      purposes: [1, 10],
      legIntPurposes: [],
      flexiblePurposes: [1, 10],
      specialPurposes: [],
      features: [],
      specialFeatures: [],
      policyUrl: '',
      usesCookies: true,
    },
  },
}

/** What goes into a TC string. */
export interface Choice {
  readonly purposes?: readonly number[]
  readonly vendors?: readonly number[]
  readonly disclosed?: readonly number[]
  readonly purposeOneTreatment?: boolean
  /** Purposes that the publisher allows Adobe not at all. */
  readonly notAllowed?: readonly number[]
}

/** Encodes a choice as a consent platform does, with the IAB's own library. */
export const encode = ({ TCModel, TCString, GVL, PurposeRestriction, RestrictionType }: typeof Core, choice: Choice): string => {
  const { purposes = [], vendors = [565], disclosed = [], purposeOneTreatment = false, notAllowed = [] } = choice
  const model = new TCModel(new GVL(JSON.parse(JSON.stringify(vendorList)) as never))
  Object.assign(model, { cmpId: 300, cmpVersion: 1, isServiceSpecific: true, purposeOneTreatment, publisherCountryCode: 'DE' })
  model.purposeConsents.set([...purposes])
  model.vendorConsents.set([...vendors])
  model.vendorsDisclosed.set([...disclosed])
  for (const purpose of notAllowed) {
    const restriction = new PurposeRestriction()
    Object.assign(restriction, { purposeId: purpose, restrictionType: RestrictionType.NOT_ALLOWED })
    model.publisherRestrictions.add(565, restriction)
  }
  return TCString.encode(model)
}

/** The IAB's own consent platform library, with its stub where one is wanted. */
export interface RealTcf extends FakePlatform {
  /** Puts the IAB's stub on the page, as sites do at once. */
  stub(): void
  /** The library's script arrives, and has nothing to say yet. */
  start(): void
  /** What the library is told: a TC string (`''` for none, `null` where the GDPR does not apply), and whether its banner is on the screen. */
  update(tcString: string | null, isBannerOpen?: boolean): void
  encode(choice: Choice): string
}

/** `@iabtechlabtcf/cmpapi` itself; the ids are purposes, vendor 565 is always chosen along with them. */
export const realTcf = (): RealTcf => {
  let cmp: CmpApiType
  let core!: typeof Core
  let last = ''
  const encodeIds = (approved: readonly string[]) => encode(core, { purposes: approved.map(Number), vendors: approved.length ? [565] : [] })

  const tcf: RealTcf = {
    stub: () => {
      delete page.__tcfapi
      ;(jest.requireActual('@iabtechlabtcf/stub') as () => void)()
    },
    start: () =>
      // The library keeps its state in the module: a page has a fresh one.
      jest.isolateModules(() => {
        core = jest.requireActual('@iabtechlabtcf/core')
        const { CmpApi } = jest.requireActual('@iabtechlabtcf/cmpapi') as { CmpApi: typeof CmpApiType }
        cmp = new CmpApi(300, 1, true)
      }),
    update: (tcString, isBannerOpen = false) => cmp.update(tcString, isBannerOpen),
    encode: (choice) => encode(core, choice),
    load: (stored) => {
      tcf.start()
      if (stored) cmp.update((last = encodeIds(stored)), false)
      else cmp.update('', true)
    },
    choose: (approved) => cmp.update((last = encodeIds(approved)), false),
    reopen: () => cmp.update(last, true),
    breakDown: () => {
      page.__tcfapi = fail
    },
    lie: () => {
      page.__tcfapi = (command: string, _version: number, answer: (data: unknown, success: boolean) => void) => {
        if (command === 'addEventListener')
          answer({ gdprApplies: 'no', eventStatus: 'tcloaded', cmpStatus: 'loaded', purpose: { consents: [true] }, vendor: { consents: 1 } }, true)
      }
    },
    vanish: () => {
      delete page.__tcfapi
    },
  }
  return tcf
}
