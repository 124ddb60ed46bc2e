import { spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { BrowserDriver, ContextDriver, PageDriver } from './types.js'

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

// https://www.w3.org/TR/webdriver2/#keyboard-actions
const keyCodes: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
}

const running = new Set<ChildProcess>()

const start = (command: string, args: string[], options: SpawnOptions): ChildProcess => {
  const child = spawn(command, args, { ...options, detached: true })
  running.add(child)
  return child
}

const stop = (child: ChildProcess): void => {
  running.delete(child)
  try {
    // The driver leaves the browser's processes behind; the group takes them along.
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}

// Nothing of a run that ends early may stay behind.
process.on('exit', () => running.forEach(stop))

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const until = async <T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> => {
  const end = Date.now() + 30_000
  while (Date.now() < end) {
    const value = await attempt().catch(() => undefined)
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${what} did not come up within 30 seconds.`)
}

const startDisplay = (): Promise<{ display: string; child: ChildProcess }> =>
  new Promise((resolve, reject) => {
    const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']
    const child = start('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    child.on('error', reject)
    child.stdio[3]?.once('data', (text: Buffer) => resolve({ display: `:${String(text).trim()}`, child }))
  })

const sender =
  (base: string, timeout: number): Send =>
  async (method, path, body) => {
    const sent = method === 'POST' && { body: JSON.stringify(body ?? {}) }
    const answer = await fetch(base + path, { method, ...sent, signal: AbortSignal.timeout(timeout) })
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } }
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`)
    return value
  }

const miniBrowser = (): string => {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/libexec', '/usr/lib64']
  const places = folders.flatMap((folder) => ['4.1', '6.0', '4.0'].map((v) => `${folder}/webkit2gtk-${v}/MiniBrowser`))
  return places.find(existsSync) ?? 'MiniBrowser'
}

const environment = (port: number, display: string): NodeJS.ProcessEnv => {
  // Given as a capability instead, the proxy makes one session in ten hang at its start.
  const proxy = `http://127.0.0.1:${port}`
  const names = { http_proxy: proxy, https_proxy: proxy, no_proxy: '127.0.0.1,localhost' }
  return { ...process.env, ...names, DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' }
}

const openSession = async (driver: string, port: number, display: string) => {
  const driverPort = await freePort()
  const child = start(driver, [`--port=${driverPort}`], { stdio: 'ignore', env: environment(port, display) })
  const send = sender(`http://127.0.0.1:${driverPort}`, 12_000)
  try {
    await until('WebKitWebDriver', () => send('GET', '/status'))
    const alwaysMatch = {
      browserName: 'MiniBrowser',
      timeouts: { script: 30_000, pageLoad: 30_000, implicit: 0 },
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
    }
    const { sessionId } = (await send('POST', '/session', { capabilities: { alwaysMatch } })) as { sessionId: string }
    return { child, send: sender(`http://127.0.0.1:${driverPort}/session/${sessionId}`, 40_000) }
  } catch (error) {
    stop(child)
    throw error
  }
}

const drivePage = (send: Send, handle: string, inTurn: <T>(work: () => Promise<T>) => Promise<T>): PageDriver => {
  // One session shows one window at a time, so each command first says which.
  const command: Send = (method, path, body) =>
    inTurn(async () => {
      await send('POST', '/window', { handle })
      return send(method, path, body)
    })
  const element = async (selector: string): Promise<string> => {
    const find = () => command('POST', '/element', { using: 'css selector', value: selector })
    const found = (await until(`The element ${selector}`, find)) as Record<string, string>
    return `/element/${found[elementKey]}`
  }
  const refuse = (what: string) => async (): Promise<never> => {
    throw new Error(`${what} is not available in WebKit: its driver has no command for it.`)
  }
  const script = `const done = arguments[arguments.length - 1]
    ;(async () => { try { done({ value: await EXPRESSION }) } catch (error) { done({ error: String(error) }) } })()`
  const evaluate = async (expression: string): Promise<unknown> => {
    const body = { script: script.replace('EXPRESSION', () => expression), args: [] }
    const answer = (await command('POST', '/execute/async', body)) as { value?: unknown; error?: string }
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.value
  }
  return {
    goto: (url) => command('POST', '/url', { url }),
    reload: () => command('POST', '/refresh'),
    url: () => command('GET', '/url') as Promise<string>,
    evaluate,
    click: async (selector) => command('POST', `${await element(selector)}/click`),
    press: (keys) => {
      const values = keys.split('+').map((key) => keyCodes[key] ?? key)
      const down = values.map((value) => ({ type: 'keyDown', value }))
      const up = [...values].reverse().map((value) => ({ type: 'keyUp', value }))
      return command('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] })
    },
    type: async (selector, text) => command('POST', `${await element(selector)}/value`, { text }),
    setSize: (width, height) => command('POST', '/window/rect', { width, height }),
    screenshot: async (path) => writeFile(path, Buffer.from((await command('GET', '/screenshot')) as string, 'base64')),
    addInitScript: refuse('addInitScript'),
    cookies: refuse('cookies'),
    clearCookies: async () => {
      await command('DELETE', '/cookie')
      // The page's own process hears of it later than the driver answers.
      await until('A page without cookies', async () => ((await evaluate('document.cookie')) === '' ? true : undefined))
    },
    close: () => command('DELETE', '/window'),
  }
}

const openContext = async (driver: string, port: number, display: string): Promise<ContextDriver> => {
  // Each context is a browser of its own; one that does not come up is started once more.
  const { child, send } = await openSession(driver, port, display).catch(() => openSession(driver, port, display))
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next
    return next
  }
  let unused: string | undefined = (await send('GET', '/window')) as string
  return {
    newPage: async () => {
      const handle = unused ?? ((await inTurn(() => send('POST', '/window/new', { type: 'tab' }))) as { handle: string }).handle
      unused = undefined
      return drivePage(send, handle, inTurn)
    },
    close: async () => {
      await send('DELETE', '').catch(() => undefined)
      stop(child)
    },
  }
}

/** Drives WebKitGTK's MiniBrowser by W3C WebDriver, on a display of its own, with the test server as its proxy. */
export const openWebKit = async (driver: string, port: number): Promise<BrowserDriver> => {
  const { display, child } = await startDisplay()
  const open = new Set<ContextDriver>()
  return {
    newContext: async () => {
      const context = await openContext(driver, port, display)
      open.add(context)
      return context
    },
    close: async () => {
      await Promise.all([...open].map((context) => context.close()))
      stop(child)
    },
  }
}
