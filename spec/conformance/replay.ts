import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CookieJar, JSDOM, VirtualConsole } from 'jsdom'

/** One step of a page, as the traces write it. */
export interface Step {
  readonly op: string
  readonly method?: string
  readonly args?: readonly unknown[]
  readonly as?: string
  readonly handle?: string
  readonly path?: readonly string[]
  readonly value?: unknown
  readonly raw?: string
  readonly domain?: string | null
  readonly config?: Config
  readonly tcf?: Tcf
  readonly action?: string
  readonly success?: boolean
  readonly event?: string
  readonly data?: TcData
  readonly ms?: number
}

/** What was seen after a step. */
export interface Seen {
  readonly returned: unknown
  readonly threw: { readonly type: string; readonly message: string } | null
  readonly status?: string
  readonly isPending?: boolean
  readonly isComplete?: boolean
  readonly doesOptInApply?: boolean
  readonly permissions?: unknown
  readonly isApproved?: readonly string[]
  readonly isApprovedAll?: boolean
  readonly cookie?: unknown
  readonly calls: readonly unknown[]
  readonly touches?: readonly string[]
}

/** One recorded page. */
export interface Scenario {
  readonly name: string
  readonly about?: string
  readonly kind: string
  readonly url?: string
  readonly config?: Config
  readonly initialCookie?: { readonly value?: string; readonly raw?: string; readonly domain?: string | null }
  readonly cookieAccess?: 'blocked' | 'throws'
  readonly tcf?: Tcf
  readonly steps: readonly Step[]
  readonly records: readonly Seen[]
}

type Config = Readonly<Record<string, unknown>>
type TcData = Readonly<Record<string, unknown>>
interface Tcf {
  readonly data?: TcData
  readonly mode?: string
  readonly present?: boolean
}
type Listener = (data: unknown, success: boolean) => void
type AnyFunction = (...args: unknown[]) => unknown
type OptIn = Readonly<Record<string, unknown>> & Record<string, AnyFunction>

/** The recorded scenarios. */
export const traces = JSON.parse(readFileSync(join(__dirname, 'reference-traces.json'), 'utf8')) as {
  readonly defects: Readonly<Record<string, string>>
  readonly scenarios: readonly Scenario[]
}

const script = readFileSync(join(__dirname, '../../dist/opt-in.global.js'), 'utf8')

const COOKIE = 'adobeujs-optin'
const DAY = 86_400

/** What a step may be given beside JSON. */
const isForm = (value: unknown, key: string): value is Record<string, never> => typeof value === 'object' && value !== null && key in value

/** Plays one scenario against our object in a simulated page, and answers what was seen after each step. */
export const replay = async (scenario: Scenario, errors: unknown[] = []): Promise<Seen[]> => {
  const url = scenario.url ?? 'https://www.example.com/'
  const jar = new CookieJar()
  const callbacks = new Map<string, AnyFunction>()
  const handles = new Map<string, AnyFunction>()
  const contexts = new Map<string, object>()
  let dom: JSDOM
  let optIn: OptIn
  let calls: unknown[] = []
  let tcf: Tcf | undefined = scenario.tcf
  let config = scenario.config ?? {}
  let waiting: Listener[] = []
  let listeners: { id: number; listener: Listener }[] = []
  let current: TcData = {}

  const put = (value: string, domain: string | null | undefined) =>
    jar.setCookieSync(`${COOKIE}=${value}; path=/${domain === null ? '' : `; domain=${domain ?? 'example.com'}`}`, url)
  if (scenario.initialCookie)
    put(scenario.initialCookie.raw ?? encodeURIComponent(scenario.initialCookie.value ?? ''), scenario.initialCookie.domain)

  const show = (value: unknown): unknown => {
    if (value === undefined) return { $undefined: true }
    if (value === optIn && optIn) return { $self: true }
    if (typeof value === 'function') return { $function: true }
    if (value instanceof dom.window.Error || value instanceof Error) return { $error: { message: value.message } }
    if (Array.isArray(value)) return value.map(show)
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, show(one)]))
    return value
  }

  const input = (value: unknown): unknown => {
    if (isForm(value, '$undefined')) return undefined
    if (isForm(value, '$cb')) return callbackOf(value as never)
    if (isForm(value, '$fn')) return functionOf(value['$fn'] as never)
    if (isForm(value, '$ctx')) {
      const name = String(value['$ctx'])
      if (!contexts.has(name)) contexts.set(name, { name })
      return contexts.get(name)
    }
    if (isForm(value, '$plugin')) return pluginOf(value['$plugin'] as never)
    if (Array.isArray(value)) return value.map(input)
    if (typeof value === 'object' && value !== null) {
      const copy: Record<string, unknown> = {}
      for (const [key, one] of Object.entries(value)) Object.defineProperty(copy, key, { value: input(one), enumerable: true, writable: true, configurable: true })
      return copy
    }
    return value
  }

  const functionOf = ({ name, returns, throws }: { name: string; returns?: unknown; throws?: string }) => () => {
    calls.push({ cb: name, args: [] })
    if (throws !== undefined) throw new Error(throws)
    return input(returns)
  }

  const callbackOf = (form: { readonly $cb: string; readonly do?: readonly Step[]; readonly throws?: string }): AnyFunction => {
    const name = form.$cb
    const known = callbacks.get(name)
    if (known) return known
    let isFirst = true
    const callback = function (this: unknown, ...args: unknown[]) {
      const context = [...contexts].find(([, one]) => one === this)?.[0]
      calls.push({ cb: name, args: args.map(show), ...(context && { this: context }), status: optIn?.['status'] ?? 'pending' })
      if (isFirst && form.do) {
        isFirst = false
        for (const step of form.do) {
          const { returned, threw } = attempt(() => run(step))
          calls.push(threw ? { in: name, op: step.method ?? step.op, threw } : { in: name, op: step.method ?? step.op, returned })
        }
      }
      if (form.throws !== undefined) throw new Error(form.throws)
    }
    callbacks.set(name, callback)
    return callback
  }

  const pluginOf = (form: { name?: string; onRegister?: never; methods?: Record<string, { reply?: unknown[]; throws?: string }> }) => {
    const plugin: Record<string, unknown> = {}
    if (form.name !== undefined) plugin['name'] = form.name
    if (form.onRegister) plugin['onRegister'] = callbackOf(form.onRegister)
    for (const [method, { reply, throws }] of Object.entries(form.methods ?? {}))
      plugin[method] = function (this: unknown, params: Record<string, AnyFunction>) {
        calls.push({ cb: `${form.name}.${method}`, args: [show(params)], this: this === plugin ? 'plugin' : null })
        if (throws !== undefined) throw new Error(throws)
        if (reply) params['callback']?.(...reply)
      }
    return plugin
  }

  const kindOf = (value: unknown): unknown => {
    if (value === optIn && optIn) return { kind: 'self' }
    if (value === undefined) return { kind: 'undefined' }
    if (typeof value === 'function') return { kind: 'function' }
    if (value === null) return { kind: 'null' }
    if (Array.isArray(value)) return { kind: 'array', value: show(value) }
    return { kind: typeof value, value: show(value) }
  }

  const attempt = (work: () => unknown): Pick<Seen, 'returned' | 'threw'> => {
    try {
      return { returned: kindOf(work()), threw: null }
    } catch (error) {
      const { name, message } = error as Error
      return { returned: { kind: 'none' }, threw: { type: name === 'OptInError' ? 'Error' : name, message } }
    }
  }

  const run = (step: Step): unknown => {
    if (step.op === 'call') {
      const result = (optIn[step.method as string] as AnyFunction)(...(step.args ?? []).map(input))
      if (step.as) handles.set(step.as, result as AnyFunction)
      return result
    }
    if (step.op === 'invoke') return handles.get(step.handle as string)?.()
    if (step.op === 'get') return (step.path ?? []).reduce((at: unknown, key) => (at as Record<string, unknown>)[key], optIn)
    if (step.op === 'set') {
      const path = [...(step.path ?? [])]
      const last = path.pop() as string
      Reflect.set(path.reduce((at: unknown, key) => (at as Record<string, unknown>)[key], optIn) as object, last, input(step.value))
      return undefined
    }
    if (step.op === 'getInstance') return (dom.window as unknown as { VisitorOptIn: { install: AnyFunction } }).VisitorOptIn.install(input(step.config))
    if (step.op === 'setCookie') put(step.raw ?? encodeURIComponent(String(step.value)), step.domain)
    if (step.op === 'clearCookie') jar.removeAllCookiesSync()
    return undefined
  }

  const answer = (listener: Listener, success = true) => listener(success ? { ...current } : null, success)
  const installTcf = () => {
    const api = (command: string, _version: number, listener: Listener, param?: unknown) => {
      if (command === 'ping') listener({ gdprApplies: current['gdprApplies'], cmpLoaded: true, cmpStatus: 'loaded' }, true)
      else if (command === 'getTCData') tcf?.mode === 'deferred' ? waiting.push(listener) : answer(listener)
      else if (command === 'addEventListener') {
        const id = listeners.length
        const told: Listener = (data, success) => listener(data && { ...(data as object), listenerId: id }, success)
        listeners.push({ id, listener: told })
        tcf?.mode === 'deferred' ? waiting.push(told) : answer(told)
      } else if (command === 'removeEventListener') {
        listeners = listeners.filter(({ id }) => id !== param)
        listener(true as never, true)
      }
    }
    Object.assign(dom.window, { __tcfapi: api })
  }

  const load = (): Pick<Seen, 'returned' | 'threw'> => {
    const virtualConsole = new VirtualConsole()
    virtualConsole.on('jsdomError', (error) => errors.push(error))
    dom = new JSDOM('<!doctype html><p>page', { url, cookieJar: jar, runScripts: 'outside-only', virtualConsole })
    // A simulated page counts as hidden unless it says otherwise, and a hidden page waits.
    Object.defineProperty(dom.window.document, 'hidden', { value: false })
    callbacks.clear()
    handles.clear()
    waiting = []
    listeners = []
    current = tcf?.data ?? {}
    if (scenario.cookieAccess)
      Object.defineProperty(dom.window.document, 'cookie', {
        get: () => {
          if (scenario.cookieAccess === 'throws') throw new Error('no cookies here')
          return ''
        },
        set: () => {
          if (scenario.cookieAccess === 'throws') throw new Error('no cookies here')
        },
      })
    if (tcf && tcf.present !== false) installTcf()
    dom.window.eval(script)
    optIn = undefined as never
    const { install } = (dom.window as unknown as { VisitorOptIn: { install: (config: unknown) => OptIn } }).VisitorOptIn
    return attempt(() => (optIn = install({ ...(input(config) as object), onError: (error: unknown) => errors.push(error) })))
  }

  const cookie = (): unknown => {
    const found = jar.getCookiesSync(url).filter(({ key }) => key === COOKIE)
    const one = found[0]
    if (!one) return null
    const text = (() => {
      try {
        return decodeURIComponent(one.value)
      } catch {
        return one.value
      }
    })()
    const value = (() => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        return { $text: text }
      }
    })()
    const lifetime = one.TTL() / 1000
    return {
      value,
      domain: one.hostOnly ? 'host-only' : one.domain,
      path: one.path,
      expiresIn: lifetime > DAY * 10_000 ? 'session' : Math.round(lifetime / 10) * 10,
      secure: !!one.secure,
      sameSite: one.sameSite ?? 'none-given',
      ...(found.length > 1 && { copies: found.length }),
    }
  }

  const look = (outcome: Pick<Seen, 'returned' | 'threw'>): Seen => {
    const seen = calls
    calls = []
    if (!optIn) return { ...outcome, calls: seen, cookie: cookie() }
    const isApproved = optIn['isApproved'] as AnyFunction
    return {
      ...outcome,
      status: optIn['status'] as unknown as string,
      isPending: optIn['isPending'] as unknown as boolean,
      isComplete: optIn['isComplete'] as unknown as boolean,
      doesOptInApply: optIn['doesOptInApply'] as unknown as boolean,
      permissions: { ...(optIn['permissions'] as unknown as object) },
      isApproved: Object.values(optIn['Categories'] as unknown as Record<string, string>).filter((one) => isApproved(one)),
      isApprovedAll: isApproved() as boolean,
      cookie: cookie(),
      calls: seen,
    }
  }

  const seen = [look(load())]
  for (const step of scenario.steps) {
    if (!optIn!) break
    if (step.op === 'wait') {
      await new Promise((resolve) => setTimeout(resolve, step.ms))
      seen.push(look({ returned: { kind: 'undefined' }, threw: null }))
    } else if (step.op === 'reload') {
      if (step.config) config = step.config
      if (step.tcf) tcf = step.tcf
      dom!.window.close()
      seen.push(look(load()))
    } else if (step.op === 'tcf') {
      if (step.action === 'install') installTcf()
      else if (step.action === 'reply') {
        const asked = waiting
        waiting = []
        asked.forEach((listener) => answer(listener, step.success))
      } else {
        current = { ...step.data, ...(step.event && { eventStatus: step.event }) }
        const asked = waiting
        waiting = []
        for (const listener of new Set([...asked, ...listeners.map(({ listener }) => listener)])) answer(listener, step.success)
      }
      seen.push(look({ returned: { kind: 'undefined' }, threw: null }))
    } else seen.push(look(attempt(() => run(step))))
  }
  dom!.window.close()
  return seen
}
