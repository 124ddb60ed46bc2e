import type { Gate, GateItem } from '../../lib/gate/index.js'
import type { OptIn } from '../../lib/types.js'

declare global {
  interface Window {
    optIn: OptIn
    gate: Gate
    /** What reached `onError`. */
    problems: string[]
    /** What reached `onAction`. */
    actions: GateItem[]
    /** What a page wrote down of itself. */
    trail: string[]
  }
}

/** The script that makes the page's gate and its OptIn; `options` is the text of the gate's options. */
export const gateScript = (options = '{ rules: { aa: ["aa_*"], target: ["target_*"] } }', config = 'doesOptInApply: true'): string => `
  window.problems = []
  window.actions = []
  window.trail = []
  window.gate = VisitorOptIn.cookieGate(Object.assign({ onAction: (item) => actions.push(item) }, ${options}))
  window.optIn = VisitorOptIn.createOptIn({ ${config}, gate, onError: (error) => problems.push(String(error)) })`

const libraries = (nonce: string) => ['opt-in', 'gate'].map((name) => `<script ${nonce} src="/dist/${name}.global.js"></script>`).join('')

/** A page with a gate before its `body`; `before` are scripts that run before it. */
export const gatedPage = (body = '', { script = gateScript(), before = '', nonce = '' } = {}): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A shop</title><link rel="icon" href="data:,">
${before}${libraries(nonce)}<script ${nonce}>${script}</script></head><body>${body}</body></html>`
