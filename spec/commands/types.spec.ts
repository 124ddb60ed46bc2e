import { createCommands } from '../../lib/commands/index.js'
import { createOptIn } from '../../lib/createOptIn.js'

/*
 * What compiles and what must not: `npm run types` reads this file. What is called here is never configured, so it is refused at run time.
 */
const refused = (...calls: Promise<unknown>[]) =>
  Promise.all(calls.map((call) => expect(call).rejects.toMatchObject({ code: 'not-configured' })))

describe('the types of the commands', () => {
  it('know the options and the results of own commands', async () => {
    const shop = createCommands({
      commands: {
        track: { needs: ['aa'], run: (options: { readonly page: string }) => options.page.length },
        ping: { needs: 'ECID', run: () => 'pong' },
      },
    })
    const length: Promise<number> = shop('track', { page: 'a' })
    const pong: Promise<string> = shop('ping')
    await refused(
      length,
      pong,
      // @ts-expect-error -- the page is text
      shop('track', { page: 5 }),
      // @ts-expect-error -- the options are needed
      shop('track'),
      // @ts-expect-error -- nobody knows this command
      shop('nonsense'),
    )
  })

  it('know the commands of this library', async () => {
    const shop = createCommands()
    await refused(
      shop('optIn', { purposes: 'all' }),
      shop('optIn', { purposes: 'NONE' }),
      shop('optIn', { purposes: { aa: true, TARGET: false } }),
      // @ts-expect-error -- no such word
      shop('optIn', { purposes: 'some' }),
      // @ts-expect-error -- no such category
      shop('optIn', { purposes: { nonsense: true } }),
    )
    const optIn = createOptIn({ categories: { CHAT: 'chat' } })
    await shop('configure', { optInEnabled: true, optIn, orgId: 'X@AdobeOrg' })
    // @ts-expect-error -- a word is no boolean
    await expect(shop('configure', { optInEnabled: 'yes' })).rejects.toMatchObject({ code: 'already-configured' })
    optIn.destroy()
  })

  it('refuse a category that does not exist, and take categories of one’s own', () => {
    // @ts-expect-error -- no such category
    createCommands({ commands: { track: { needs: ['nonsense'], run: () => 1 } } })
    createCommands<{ CHAT: 'chat' }>({ commands: { talk: { needs: ['chat'], run: () => 1 } } })
  })

  it('give the parameters of the SDK their types, also beside commands and categories of one’s own', async () => {
    const sdk = createCommands({ sdk: (command, options) => [command.length, options], ungated: ['ping'], commands: { event: { needs: ['aa'], run: (options) => options } } })
    const own = createCommands<{ CHAT: 'chat' }>({ sdk: (command) => command.length, commands: { talk: { needs: ['chat'] } } })
    const late = createCommands({ sdk: (window as { alloy?: (command: string, options: unknown) => unknown }).alloy, commands: { ping: { run: () => 'pong' } } })
    await refused(
      sdk('event', {}),
      sdk('getIdentity'),
      own('talk'),
      // @ts-expect-error -- there may be no SDK
      late('getIdentity'),
    )
  })

  it('let an SDK take any other command, with any options', async () => {
    const alloy = createCommands({ sdk: (command: string, options: unknown) => [command, options], commands: { sendEvent: { needs: ['aa'] } } })
    const sent: Promise<unknown> = alloy('sendEvent', { xdm: {} })
    await refused(
      sent,
      alloy('getIdentity'),
      alloy('getIdentity', undefined, { signal: new AbortController().signal }),
      // @ts-expect-error -- the word is checked also in front of an SDK
      alloy('optIn', { purposes: 'some' }),
    )
  })
})
