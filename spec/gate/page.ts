import type { Gate } from '../../lib/gate/index.js'
import type { OptIn } from '../../lib/types.js'

declare global {
  interface Window {
    optIn: OptIn
    gate: Gate
    /** What reached `onError`. */
    problems: string[]
  }
}
