// The snippet that a page pastes, in the form of the Web SDK's base code: what is called waits in the function's `q`.
// https://github.com/adobe/alloy/blob/main/packages/browser/src/baseCode/index.js
type Queued = [resolve: (result: unknown) => void, reject: (error: unknown) => void, call: IArguments]
type Snippet = (() => Promise<unknown>) & { q?: Queued[] }

;((page: Record<string, Snippet | undefined>, { names, stubTimeout }: { names: readonly string[]; stubTimeout: number }) =>
  names.forEach((name) => {
    if (page[name]) return
    const q: Queued[] = []
    const snippet: Snippet = function () {
      // eslint-disable-next-line prefer-rest-params -- the form that the Web SDK knows
      const call = arguments
      try {
        call[1] = structuredClone(call[1])
      } catch {
        // What cannot be copied stays what it is.
      }
      return new Promise((resolve, reject) => {
        const queued: Queued = [resolve, reject, call]
        q.push(queued)
        if (stubTimeout)
          setTimeout(() => {
            // A library that came has a `push` of its own.
            if (q.push === [].push && q.splice(q.indexOf(queued), 1)) reject(Error(name + ' did not load'))
          }, stubTimeout)
      })
    }
    snippet.q = q
    page[name] = snippet
  }))(window as never, { names: ['alloy'], stubTimeout: 30000 })
