// For script tags. The build takes what this imports of the core from `window.VisitorOptIn`, when it is used.
export { createCommands } from './index.js'
