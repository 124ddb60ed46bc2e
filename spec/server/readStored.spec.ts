import { createReader } from '../../lib/core/createReader.js'
import { readKnown } from '../../lib/core/readKnown.js'
import { readStored } from '../../lib/server/readStored.js'
import type { OptInConfig } from '../../lib/types.js'

const cookie = (permissions: unknown) => `adobeujs-optin=${encodeURIComponent(JSON.stringify(permissions))}`
const read = (cookies: string, config: OptInConfig = {}) => readStored(cookies, readKnown(createReader({ isOptInStorageEnabled: true, ...config }), () => undefined), config.onError ?? (() => {}))

describe('what is kept in the cookies', () => {
  it('is read anew for each visitor, however many there are', () => {
    for (let round = 0; round < 2; round++)
      for (let at = 0; at < 700; at++) {
        const permissions = { aa: at % 2 === 0, target: at % 3 === 0 }
        expect(read(cookie({ ...permissions, other: at }))).toEqual(permissions)
      }
  })

  it('is not mixed up with the same cookies under other settings', () => {
    const cookies = `${cookie({ aa: true })}; visitor-opt-in=${encodeURIComponent('{"policyVersion":"1","permissions":{"chat":true}}')}`
    for (let round = 0; round < 2; round++) {
      expect(read(cookies)).toEqual({ aa: true })
      expect(read(cookies, { policyVersion: '1' })).toEqual({ aa: true })
      expect(read(cookies, { policyVersion: '2' })).toBeUndefined()
      expect(read(cookies, { categories: { CHAT: 'chat' } } as OptInConfig)).toEqual({ aa: true, chat: true })
    }
  })

  it('is not mixed up with a cookie of the other name', () => {
    const more = encodeURIComponent('{"policyVersion":"1"}')
    const settings = { policyVersion: '1' }
    expect(read(`${cookie({ aa: true })}; visitor-opt-in=${more}`, settings)).toEqual({ aa: true })
    expect(read(`${cookie({ aa: true })}; adobeujs-optin=${more}`, settings)).toBeUndefined()
  })

  it('is read also when it is longer than what is remembered', () => {
    const cookies = cookie({ aa: true, more: 'x'.repeat(3_000) })
    expect([read(cookies), read(cookies)]).toEqual([{ aa: true }, { aa: true }])
  })

  it('is not read with storage off', () => expect(read(cookie({ aa: true }), { isOptInStorageEnabled: false })).toBeUndefined())
})

describe('what a storage of the site’s own keeps', () => {
  const stored = (load: () => unknown, config: OptInConfig = {}) => read(cookie({ aa: true }), { ...config, storage: { load, save: () => {} } as never })

  it('stands instead of the cookies', () => {
    expect(stored(() => ({ permissions: { aa: false } }))).toEqual({ aa: false })
    expect(stored(() => undefined)).toBeUndefined()
  })

  it('counts under its own policy only', () => {
    const load = () => ({ permissions: { aa: true }, policyVersion: '1' })
    expect(stored(load, { policyVersion: '1' })).toEqual({ aa: true })
    expect(stored(load, { policyVersion: '2' })).toBeUndefined()
  })

  it('is no decision when it comes later, fails or is of another shape; a failure is told', async () => {
    const onError = jest.fn()
    expect(stored(() => Promise.resolve({ permissions: { aa: true } }), { onError })).toBeUndefined()
    expect(stored(() => 'yes', { onError })).toBeUndefined()
    expect(onError).not.toHaveBeenCalled()

    const fail = () => { throw new Error('no storage here') }
    expect(stored(fail, { onError })).toBeUndefined()
    expect(stored(() => Promise.reject(new Error('later')), { onError })).toBeUndefined()
    await new Promise(process.nextTick)
    expect(onError.mock.calls).toEqual([[new Error('no storage here')], [new Error('later')]])
  })
})
