interface Policy {
  createScript(text: string): string
  createScriptURL(text: string): string
}

const same = (text: string): string => text
const rules: Policy = { createScript: same, createScriptURL: same }
let policy: Policy | undefined

/**
 * Puts a running script in the place of a marked one, with its attributes and its own nonce.
 *
 * Answers whether what follows has to wait for `done`. Throws where the script has not the nonce of the page,
 * and where the page's Trusted Types do not name the policy `visitor-opt-in`.
 */
export const startScript = (marked: HTMLScriptElement, done: () => void): boolean => {
  // Where the nonces of a page contradict each other, one is an intruder's.
  for (const { type, nonce } of document.scripts)
    if (type !== 'text/plain' && nonce && nonce !== marked.nonce) throw Error('[OptIn] A marked script has not the nonce of the page.')
  // Made when it is first needed: a page without marked scripts need not name it.
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
  policy ??= trustedTypes?.createPolicy('visitor-opt-in', rules) ?? rules
  // Not a clone: a script that came by innerHTML never runs, and neither does its clone.
  const script = document.createElement('script')
  for (const { name, value } of marked.attributes) script.setAttribute(name, name === 'src' ? policy.createScriptURL(value) : value)
  script.type = marked.dataset.type ?? ''
  // Else a type that is the mark itself would start it again and again.
  delete script.dataset.type
  script.nonce = marked.nonce
  if (!script.src) script.text = policy.createScript(marked.text)
  script.onload = script.onerror = done
  marked.replaceWith(script)
  // As in a parsed page, what follows waits for a script to load; of some kinds no browser ever tells.
  return !!script.src && !marked.hasAttribute('async') && !script.noModule && /^$|mod|java/.test(script.type)
}
