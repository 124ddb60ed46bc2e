// The door of the shared bundle: its loading finds or makes the page's one OptIn; the modules are made with the rest.
export { isOurs } from './isOurs.js'
export { readCategories } from './readCategories.js'
export { readChoice } from './readChoice.js'
export { readDecision } from './readDecision.js'
export type { Settings, Trigger } from './turbine.js'
export { whenChanged } from './whenChanged.js'
export { withOptIn } from './withOptIn.js'
