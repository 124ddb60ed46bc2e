import type { Root } from 'react-dom/client'
import type { ReactElement } from 'react'
import { createOptIn } from '../lib/createOptIn.js'
import type { CategoryInput, OptIn, Permissions } from '../lib/types.js'
import { loadReact, versions } from './react.versions.js'

const refused = { aam: false, adcloud: false, aa: false, campaign: false, ecid: false, livefyre: false, target: false, mediaaa: false }
const asked = (settings = {}) => createOptIn({ doesOptInApply: true, ...settings })

describe.each(versions)('in React %s', (version, suffix) => {
  const { react, client, server, hooks } = loadReact(suffix)
  const { createElement: h, act, StrictMode, startTransition, useLayoutEffect } = react
  const { useApproved, useOptIn, useStatus } = hooks
  const complaints: unknown[] = []
  const ends: (() => void)[] = []

  const at = (html = '') => {
    const place = document.body.appendChild(document.createElement('div'))
    place.innerHTML = html
    return place
  }
  const show = (element: ReactElement, place = at()) => {
    const root = client.createRoot(place)
    act(() => root.render(element))
    ends.push(() => act(() => root.unmount()))
    return { place, root }
  }
  const hydrate = (place: HTMLElement, element: ReactElement) => {
    let root: Root
    act(() => {
      root = client.hydrateRoot(place, element, { onRecoverableError: (error) => complaints.push(error) })
    })
    ends.push(() => act(() => root.unmount()))
  }

  const Analytics = (props: { optIn: OptIn; initial?: Permissions }) =>
    h('i', null, String(useOptIn(props.optIn, props.initial).aa))
  const Approved = (props: { optIn: OptIn; categories: CategoryInput | null | undefined; initial?: Permissions }) =>
    h('b', null, String(useApproved(props.optIn, props.categories, props.initial)))
  const Banner = (props: { optIn: OptIn; initial?: 'pending' | 'complete' }) =>
    useStatus(props.optIn, props.initial) === 'pending' ? h('p', null, 'May we?') : null

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
    jest.spyOn(console, 'error').mockImplementation((...said: unknown[]) => void complaints.push(said))
  })
  afterEach(() => {
    ends.splice(0).forEach((end) => end())
    document.body.replaceChildren()
    jest.restoreAllMocks()
    expect(complaints.splice(0)).toEqual([])
  })

  it('runs that very version', () => expect(react.version.split('.')[0]).toBe(version))

  it('shows the permissions and follows each change', () => {
    const optIn = asked()
    const { place } = show(h(Analytics, { optIn }))
    expect(place.textContent).toBe('false')
    act(() => void optIn.approve('aa'))
    expect(place.textContent).toBe('true')
    act(() => void optIn.reset())
    expect(place.textContent).toBe('false')
  })

  it('hands out the very object of the OptIn, so a memo or an effect runs once a change', () => {
    const optIn = asked()
    const seen = new Set<unknown>()
    const Seen = () => (seen.add(useOptIn(optIn)), null)
    const { root } = show(h(Seen))
    act(() => root.render(h(Seen)))
    expect([...seen]).toEqual([optIn.permissions])
    act(() => void optIn.approve('aa'))
    expect(seen.size).toBe(2)
  })

  it('renders again for the categories asked for only', () => {
    const optIn = asked()
    let renders = 0
    const Counted = () => (renders++, h('b', null, String(useApproved(optIn, 'aa'))))
    const { place } = show(h(Counted))
    act(() => void optIn.approve('target'))
    expect([renders, place.textContent]).toEqual([1, 'false'])
    act(() => void optIn.approve('aa'))
    expect([renders, place.textContent]).toEqual([2, 'true'])
  })

  it.each<[string, CategoryInput | null | undefined, boolean]>([
    ['a value', 'aa', true],
    ['a name', 'ANALYTICS', true],
    ['a list', ['aa', 'TARGET'], true],
    ['a list with a denied one', ['aa', 'aam'], false],
    ['nothing: all there are', undefined, false],
    ['null: all there are', null, false],
    ['an empty list: all there are', [], false],
    ['an unknown name', 'nonsense' as 'aa', false],
    ['the name of a built-in member', 'constructor' as 'aa', false],
    ['a prototype key', '__proto__' as 'aa', false],
  ])('answers alike from the OptIn and from what the server rendered with: %s', (_, categories, answer) => {
    const optIn = asked().decide({ aa: true, target: true })
    const initial = { ...refused, aa: true, target: true }
    expect(optIn.isApproved(categories)).toBe(answer)
    expect(show(h(Approved, { optIn, categories })).place.textContent).toBe(String(answer))
    expect(server.renderToStaticMarkup(h(Approved, { optIn: asked(), categories, initial }))).toBe(`<b>${answer}</b>`)
  })

  it.each([[undefined], [null], [[]]])('takes %j for all there are, also where the server rendered with all approved', (categories) => {
    const initial = asked().approveAll().permissions
    expect(server.renderToStaticMarkup(h(Approved, { optIn: asked(), categories, initial }))).toBe('<b>true</b>')
  })

  it.each<[string, CategoryInput | null, Permissions]>([
    ['one that is missing', 'aa', {} as Permissions],
    ['all, when some are missing', null, { aa: true } as Permissions],
    ['one that only a prototype has', 'aa', Object.create({ aa: true }) as Permissions],
    ['one that is text', 'aa', { ...refused, aa: 'true' } as unknown as Permissions],
  ])('takes what the server did not send for not approved: %s', (_, categories, initial) => {
    expect(server.renderToStaticMarkup(h(Approved, { optIn: asked(), categories, initial }))).toBe('<b>false</b>')
  })

  it('closes a banner when the visitor refuses what was refused already', () => {
    const optIn = asked()
    const { place } = show(h(Banner, { optIn }))
    expect(place.textContent).toBe('May we?')
    act(() => void optIn.denyAll())
    expect(place.textContent).toBe('')
    act(() => void optIn.reset())
    expect(place.textContent).toBe('May we?')
  })

  it('closes a banner when a staged round ends in what held before', () => {
    const optIn = asked()
    const Status = () => h('i', null, useStatus(optIn))
    const { place, root } = show(h(Status))
    act(() => {
      optIn.approve('aa', true)
      optIn.deny('aa', true)
      root.render(h(Status, { key: 'again' }))
    })
    expect(place.textContent).toBe('changed')
    act(() => optIn.complete())
    expect(place.textContent).toBe('complete')
    act(() => void optIn.denyAll())
    expect(place.textContent).toBe('complete')
    // No permission changes, nor whether the decision is complete.
    act(() => {
      optIn.denyAll(true)
      root.render(h(Status, { key: 'once more' }))
    })
    expect(place.textContent).toBe('changed')
    act(() => optIn.complete())
    expect(place.textContent).toBe('complete')
  })

  it('follows another OptIn when given one, and lets the first go', () => {
    const first = asked()
    const second = asked().approve('aa')
    const Both = (props: { optIn: OptIn }) => h('i', null, h(Analytics, props), h(Banner, props), h(Approved, { ...props, categories: 'aa' }))
    const { place, root } = show(h(Both, { optIn: first }))
    expect(place.textContent).toBe('falseMay we?false')
    act(() => root.render(h(Both, { optIn: second })))
    expect(place.textContent).toBe('truetrue')
    act(() => void first.denyAll())
    act(() => void second.reset())
    expect(place.textContent).toBe('falseMay we?false')
  })

  it('listens once at a time under Strict Mode, and not at all after unmounting', () => {
    const optIn = asked()
    let listening = 0
    const counted: OptIn = {
      ...optIn,
      get permissions() {
        return optIn.permissions
      },
      get status() {
        return optIn.status
      },
      subscribe: (callback) => (listening++, ((end) => () => (listening--, end()))(optIn.subscribe(callback))),
      on: (event, callback) => (listening++, ((end) => () => (listening--, end()))(optIn.on(event, callback))),
    }
    const all = h(StrictMode, null, h(Analytics, { optIn: counted }), h(Approved, { optIn: counted, categories: 'aa' }), h(Banner, { optIn: counted }))
    const { place, root } = show(all)
    expect([place.textContent, listening]).toEqual(['falsefalseMay we?', 4])
    act(() => root.render(all))
    act(() => void optIn.approve('aa'))
    expect([place.textContent, listening]).toEqual(['truetrue', 4])
    act(() => root.unmount())
    expect(listening).toBe(0)
  })

  it('does not listen anew with every render', () => {
    const optIn = asked()
    const on = jest.fn(optIn.on)
    const { root } = show(h(Banner, { optIn: { ...optIn, on } }))
    const times = on.mock.calls.length
    const again = { ...optIn, on }
    act(() => root.render(h(Banner, { optIn: again })))
    act(() => root.render(h(Banner, { optIn: again, initial: 'complete' })))
    expect(on).toHaveBeenCalledTimes(times * 2)
  })

  it('tells several roots of one page the same', () => {
    const optIn = asked()
    const places = [show(h(Analytics, { optIn })), show(h(Analytics, { optIn })), show(h(Approved, { optIn, categories: 'aa' }))]
    act(() => void optIn.approve('aa'))
    expect(places.map(({ place }) => place.textContent)).toEqual(['true', 'true', 'true'])
  })

  it('never commits two answers at once, though the OptIn changes in the middle of a render', () => {
    const optIn = asked()
    const committed: string[] = []
    let changes = 0
    const Changing = () => {
      if (changes++ === 0) optIn.approve('aa')
      return null
    }
    const Watched = () => {
      useLayoutEffect(() => void committed.push(place.textContent ?? ''))
      return [h(Analytics, { optIn, key: 1 }), h(Changing, { key: 2 }), h(Analytics, { optIn, key: 3 }), h(Approved, { optIn, categories: 'aa', key: 4 })]
    }
    const place = at()
    const root = client.createRoot(place)
    act(() => startTransition(() => root.render(h(Watched))))
    ends.push(() => act(() => root.unmount()))
    expect(place.textContent).toBe('truetruetrue')
    expect(committed.length).toBeGreaterThan(0)
    expect(new Set(committed)).toEqual(new Set(['truetruetrue']))
  })

  it('hears a decision made between the first render and its effects', () => {
    const optIn = asked()
    const Deciding = () => {
      useLayoutEffect(() => void optIn.approve('aa'), [])
      return null
    }
    const { place } = show(h('i', null, h(Analytics, { optIn }), h(Deciding), h(Banner, { optIn })))
    expect(place.textContent).toBe('true')
  })

  it('renders on the server what the cookies of the request say, and hydrates without a mismatch', () => {
    const initial = { ...refused, aa: true }
    const all = (optIn: OptIn) =>
      h('div', null, h(Analytics, { optIn, initial }), h(Approved, { optIn, categories: 'aa', initial }), h(Banner, { optIn, initial: 'complete' }))
    const html = server.renderToString(all(asked()))
    const place = at(html)
    expect(place.textContent).toBe('truetrue')

    // In the browser the decision has meanwhile become another one.
    const optIn = asked().denyAll()
    hydrate(place, all(optIn))
    expect(place.textContent).toBe('falsefalse')
    act(() => void optIn.approve('aa'))
    expect(place.textContent).toBe('truetrue')
  })

  it('renders once where the browser knows what the server knew, which keeps hydration going beneath', () => {
    const optIn = asked({ previousPermissions: { aa: true } })
    const seen: unknown[] = []
    const Seen = () => (seen.push(useOptIn(optIn, { ...refused, aa: true })), null)
    hydrate(at(), h(Seen))
    expect(seen).toEqual([optIn.permissions])
    expect(seen[0]).toBe(optIn.permissions)
  })

  it('hydrates a banner without being told the status, whatever the visitor decided earlier', () => {
    const place = at(server.renderToString(h(Banner, { optIn: asked() })))
    expect(place.textContent).toBe('May we?')
    hydrate(place, h(Banner, { optIn: asked().denyAll() }))
    expect(place.textContent).toBe('')
  })

  it('hydrates from an OptIn alone, when both sides know the same', () => {
    const all = (optIn: OptIn) => h('div', null, h(Analytics, { optIn }), h(Approved, { optIn, categories: 'aa' }))
    const place = at(server.renderToString(all(asked({ previousPermissions: { aa: true } }))))
    expect(place.textContent).toBe('truetrue')
    hydrate(place, all(asked({ previousPermissions: { aa: true } })))
    expect(place.textContent).toBe('truetrue')
  })
})
