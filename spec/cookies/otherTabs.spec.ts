import { openTabs } from '../../lib/cookies/otherTabs.js'
import { tabsChannel } from '../fakes/tabsChannel.js'

const event = (type: string, detail: object) => Object.assign(new Event(type), detail)
const cookies = (...names: string[]) => names.map((name) => ({ name }))

const setUp = () => {
  const [Channel, cookieStore, ending, hear] = [tabsChannel(), new EventTarget(), new AbortController(), jest.fn()]
  Object.assign(window, { BroadcastChannel: Channel, cookieStore })
  const tell = openTabs(hear, ending.signal)
  return { hear, tell, ending, cookieStore, tab: new Channel() }
}
type Page = ReturnType<typeof setUp>
afterEach(() => ['BroadcastChannel', 'cookieStore'].forEach((name) => Reflect.deleteProperty(window, name)))

const ways: readonly (readonly [string, (page: Page) => unknown, number])[] = [
  ['another tab says so', ({ tab }) => tab.postMessage(), 1],
  ['the opt-in cookie changed', ({ cookieStore }) => cookieStore.dispatchEvent(event('change', { changed: cookies('a', 'adobeujs-optin'), deleted: [] })), 1],
  ['the second cookie changed', ({ cookieStore }) => cookieStore.dispatchEvent(event('change', { changed: cookies('visitor-opt-in'), deleted: [] })), 1],
  ['the opt-in cookie was removed', ({ cookieStore }) => cookieStore.dispatchEvent(event('change', { changed: [], deleted: cookies('adobeujs-optin') })), 1],
  ['another cookie changed', ({ cookieStore }) => cookieStore.dispatchEvent(event('change', { changed: cookies('a'), deleted: cookies('b') })), 0],
  ['the page comes back from the cache', () => dispatchEvent(event('pageshow', { persisted: true })), 1],
  ['the page is shown for the first time', () => dispatchEvent(event('pageshow', { persisted: false })), 0],
]

describe('the storage', () => {
  it.each(ways)('is read again, or not, when %s', (_, happen, times) => {
    const page = setUp()
    happen(page)
    expect(page.hear).toHaveBeenCalledTimes(times)
    page.ending.abort()
    happen(page)
    expect(page.hear).toHaveBeenCalledTimes(times)
  })

  it('is read again by the other tabs when they are told, which says nothing else, until the end, which closes the channel', () => {
    const { tab, tell, ending } = setUp()
    const Channel = Object.getPrototypeOf(tab) as { close(): void; postMessage(...message: unknown[]): void }
    const [close, post] = [jest.spyOn(Channel, 'close'), jest.spyOn(Channel, 'postMessage')]
    const told = jest.fn()
    tab.addEventListener('message', told)
    tell()
    ending.abort()
    tell()
    expect([told.mock.calls.length, post.mock.calls, close.mock.calls.length]).toEqual([1, [['']], 1])
  })

  it('is nobody else’s where the browser has no channel', () => {
    expect(() => openTabs(() => {}, new AbortController().signal)()).not.toThrow()
  })
})
