import type { BrowserName } from './drivers/types.js'
import { browserFacts, findBrowser } from './findBrowser.js'
import type { Surroundings } from './findBrowser.js'

/** What installing depends on; `run` gives the exit code of a program, `undefined` where there is no such program. */
export interface Installer extends Surroundings {
  readonly isRoot: boolean
  readonly hasApt: boolean
  run(command: string, args: readonly string[]): Promise<number | undefined>
  log(line: string): void
}

const playwrightInstall = (name: BrowserName) => ['node_modules/playwright-core/cli.js', 'install', name]

const advice = (name: BrowserName, { env }: Installer): string => {
  const { variable, packages, needs } = browserFacts[name]
  const named = env[variable]
  if (named) return `${name}: ${variable} says ${named}, but no program is there. Correct it, or unset it to look elsewhere.`
  const also = needs.length ? ` (${needs.join(', ')} must be on PATH too)` : ''
  return [
    `${name} was not found and could not be installed. Do one of these, then start again:`,
    `  - install it: on Debian or Ubuntu \`apt-get install ${packages[0]?.join(' ')}\`,`,
    `    elsewhere \`npx playwright-core install ${name}\` or its usual installer;`,
    `  - set ${variable} to the path of one you have${also}.`,
  ].join('\n')
}

/** Finds the browsers, installs those that lack by apt or by Playwright, and lists what is to be done about the rest. */
export const ensureBrowsers = async (names: readonly BrowserName[], parts: Installer): Promise<string[]> => {
  const lacking = () => names.filter((name) => !findBrowser(name, parts))
  // A variable that points nowhere is a mistake to be told, not a wish to install something else.
  const installable = () => lacking().filter((name) => !parts.env[browserFacts[name].variable])

  if (parts.hasApt && parts.isRoot && installable().length) {
    parts.log(`Installing with apt-get: ${installable().join(', ')}`)
    await parts.run('apt-get', ['update', '-q'])
    for (const name of installable())
      for (const packages of browserFacts[name].packages)
        if (!findBrowser(name, parts)) await parts.run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages])
  }
  for (const name of installable()) {
    parts.log(`Downloading Playwright's own build of ${name}`)
    await parts.run(process.execPath, playwrightInstall(name))
  }
  return lacking().map((name) => advice(name, parts))
}
