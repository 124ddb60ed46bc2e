interface Policy {
  createScript(text: string): string
}

let policy: Policy | undefined

// The one nonce that is sure to be the page's: that of the script this file came in.
const ownNonce = (globalThis.document?.currentScript as HTMLScriptElement | null | undefined)?.nonce

/**
 * Puts a running script in the place of a marked one, with its attributes and its own nonce; resolves when what follows may run.
 *
 * Throws where it has not the nonce of the page, and where the page's Trusted Types do not name the policy `visitor-opt-in`.
 */
export const startScript = (marked: HTMLScriptElement): Promise<unknown> => {
  // Where the nonces of a page contradict each other, one is an intruder's.
  for (const { type, nonce } of document.scripts)
    if (ownNonce ? marked.nonce !== ownNonce : type !== 'text/plain' && nonce && nonce !== marked.nonce) throw Error('it has not the nonce of the page')
  const script = marked.cloneNode() as HTMLScriptElement
  script.type = marked.dataset.type ?? ''
  script.async = marked.hasAttribute('async')
  if (!script.src) {
    const rules: Policy = { createScript: (text) => text }
    const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
    policy ??= trustedTypes?.createPolicy('visitor-opt-in', rules) ?? rules
    script.text = policy.createScript(marked.text)
  }
  return new Promise((done) => {
    script.onload = script.onerror = done
    marked.replaceWith(script)
    // As in a parsed page, what follows waits for a script to load; of some kinds no browser ever tells.
    if (!script.src || script.async || script.noModule || !/^(module|.*javascript)?$/.test(script.type)) done(0)
  })
}
