import { register } from 'node:module'

// Importing this file lets Node run the TypeScript of spec/tools, on every version of Node we support.
register('./typescriptHooks.mjs', import.meta.url)
