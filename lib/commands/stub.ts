// The snippet a page pastes, in the form of the Web SDK's base code: each call waits in the function's `q`.
// https://github.com/adobe/alloy/blob/main/packages/browser/src/baseCode/index.js
type Call = [resolve: (result: unknown) => void, reject: (error: unknown) => void, call: IArguments]
type Snippet = (() => Promise<unknown>) & { q: Call[] }

;((page: Record<string, Snippet | undefined>, { names, stubTimeout }: { names: readonly string[]; stubTimeout: number }) => {
  names.forEach((name) => {
    if (page[name]) return
    page[name] = Object.assign(
      function () {
        // eslint-disable-next-line prefer-rest-params -- the form that the Web SDK can take over too
        const call = arguments
        return new Promise((resolve, reject) => {
          const { q } = page[name]!
          const item: Call = [resolve, reject, call]
          q.push(item)
          // A library that came has replaced `push`.
          setTimeout(() => q.push === [].push && q.splice(q.indexOf(item), 1) && reject(Error(name + ' did not load')), stubTimeout)
        })
      },
      { q: [] },
    )
  })
})(window as never, { names: ['alloy'], stubTimeout: 30000 })
