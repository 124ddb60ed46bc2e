import * as module from 'node:module'

// Importing this file lets Node run the TypeScript of spec/tools, on every version of Node we support: old ones have `register` alone, and new ones warn of it.
if (module.registerHooks) module.registerHooks(await import('./typescriptHooks.mjs'))
else module.register('./typescriptHooks.mjs', import.meta.url)
