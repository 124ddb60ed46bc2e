interface Policy {
  createScript(text: string): string
}

const same: Policy = { createScript: (text) => text }
let policy: Policy | undefined

/**
 * Puts a running script in the place of a marked one, with its attributes and its own nonce; resolves when what follows may run.
 *
 * Throws where it has not the nonce of the page, and where the page's Trusted Types do not name the policy `visitor-opt-in`.
 */
export const startScript = (marked: HTMLScriptElement): Promise<unknown> => {
  // Where the nonces of a page contradict each other, one is an intruder's.
  for (const { type, nonce } of document.scripts)
    if (type !== 'text/plain' && nonce && nonce !== marked.nonce) throw Error('it has not the nonce of the page')
  const script = marked.cloneNode() as HTMLScriptElement
  script.type = marked.dataset.type ?? ''
  script.async = marked.hasAttribute('async')
  // Made when it is first needed: a page without marked scripts need not name it.
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
  if (!script.src) script.text = (policy ??= trustedTypes?.createPolicy('visitor-opt-in', same) ?? same).createScript(marked.text)
  return new Promise((done) => {
    script.onload = script.onerror = done
    marked.replaceWith(script)
    // As in a parsed page, what follows waits for a script to load; of some kinds no browser ever tells.
    if (!script.src || script.async || script.noModule || !/^$|mod|java/.test(script.type)) done(0)
  })
}
