/** What a room, or one file of it, may do. A name that ends in a slash is a folder. */
export interface Room {
  /** What it may import at run time; every room may import `core/errors`. */
  readonly imports: readonly string[]
  readonly packages?: readonly string[]
  /** Globals it may touch, beside those of the language. */
  readonly touches: readonly string[] | 'anything'
  /** Members of an OptIn it must not use. */
  readonly leaves?: readonly string[]
}

/** Who calls these decides; who calls those hears of decisions. */
const speaking = ['approve', 'approveAll', 'complete', 'decide', 'deny', 'denyAll', 'reset']
const listening = ['fetchPermissions', 'on', 'once', 'subscribe', 'whenApproved']

const timers = ['clearTimeout', 'setTimeout']
const listeners = ['addEventListener', 'removeEventListener']

const gatePure: Room = { imports: ['gate/'], touches: [], leaves: speaking }

/** The table of docs/house.md: the most exact name wins, a file before its folder. */
export const rooms: Readonly<Record<string, Room>> = {
  types: { imports: [], touches: [] },

  'core/': { imports: ['core/'], touches: [] },
  'core/events': { imports: ['core/'], packages: ['tiny-emitter'], touches: [] },

  'cookies/': { imports: ['core/categories', 'core/createCall', 'core/permissionCodec', 'cookies/'], touches: [], leaves: speaking },
  'cookies/jar': { imports: [], touches: ['document'] },
  'cookies/otherTabs': {
    imports: ['core/permissionCodec', 'cookies/'],
    touches: [...listeners, 'BroadcastChannel', 'cookieStore', 'window'],
    leaves: speaking,
  },

  'gate/': { imports: ['gate/', 'cookies/jar', 'connect/'], touches: 'anything', leaves: speaking },
  'gate/adobeRules': gatePure,
  'gate/readRules': gatePure,
  'gate/rules': gatePure,
  'gate/parseCookieWrite': gatePure,
  'gate/planRemoval': gatePure,

  'connect/': { imports: ['connect/'], touches: [...listeners, 'window'] },
  'connect/connectPlatform': { imports: ['connect/'], touches: [...timers, 'globalThis'] },
  'connect/iabPlugin': { imports: ['connect/'], touches: timers },
  'connect/poll': { imports: [], touches: [...timers, 'document'] },

  'commands/': { imports: ['commands/'], touches: [] },
  'commands/createCommands': { imports: ['commands/'], touches: ['globalThis'] },
  'commands/desk': { imports: ['commands/'], touches: [...timers, 'console', 'globalThis'] },
  'commands/copyOptions': { imports: [], touches: ['structuredClone'] },
  'commands/earlierChoice': { imports: ['commands/', 'cookies/jar'], touches: [] },
  'commands/queue': { imports: [], touches: timers },
  'commands/stub': { imports: [], touches: 'anything' },
  'commands/index': { imports: ['commands/', 'cookies/jar', 'createOptIn'], touches: 'anything' },

  'adapters/': {
    imports: ['connect/'],
    touches: ['document', 'globalThis', 'location', 'queueMicrotask', 'setTimeout', 'window'],
    leaves: listening,
  },
  'bridges/': { imports: ['connect/'], touches: ['document', 'globalThis', 'window'], leaves: speaking },

  createOptIn: { imports: ['core/', 'cookies/'], touches: ['AbortController', 'console', 'reportError', 'setTimeout', 'window'] },
  index: { imports: ['createOptIn', 'core/categories'], touches: [] },
  global: { imports: ['createOptIn', 'core/categories', 'adapters/tcf', 'connect/', 'index'], touches: ['console', 'globalThis', 'window'] },
  react: { imports: [], packages: ['react'], touches: [], leaves: speaking },
  server: { imports: ['server/'], touches: [] },
  'server/': { imports: ['server/', 'core/', 'gate/rules', 'gate/adobeRules', 'gate/readRules'], touches: [] },

  'extension/': {
    imports: ['extension/', 'createOptIn', 'core/', 'adapters/', 'bridges/', 'gate/', 'index'],
    touches: 'anything',
  },
}

/** The room a file is in: its own line of the table, else the one of its folder, then of the folder above. */
export const roomOf = (file: string): Room | undefined => {
  if (rooms[file]) return rooms[file]
  const folders = file.split('/').slice(0, -1)
  const names = folders.map((_folder, index) => `${folders.slice(0, folders.length - index).join('/')}/`)
  return names.map((name) => rooms[name]).find(Boolean)
}
