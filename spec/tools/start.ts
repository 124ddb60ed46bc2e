import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openDemo } from './demoServer.js'
import { openerFor } from './openAddress.js'

const usualPort = 8080

/** The port that the variable PORT asks for; a text that is none is said to be so. */
export const readPort = (text: string | undefined): number => {
  const port = Number(text || usualPort)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Error(`PORT must be a number from 0 to 65535; it is ${text}.`)
}

/** Tells whether the built files are there and no older than the source. */
export const isBuilt = (root: string): boolean => {
  const built = join(root, 'dist/opt-in.global.js')
  if (!existsSync(built)) return false
  const sources = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).map((name) => join(root, 'lib', name))
  const { mtimeMs } = statSync(built)
  return sources.every((file) => statSync(file).mtimeMs <= mtimeMs)
}

const isRoot = process.getuid?.() === 0

/** Builds what must be built, serves the demo site, prints its address and opens it where somebody can see it. */
export const start = async (root: string): Promise<void> => {
  const port = readPort(process.env.PORT)
  if (!isBuilt(root)) {
    console.log('Building the library …')
    const build = spawnSync(process.execPath, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], { cwd: root, stdio: 'inherit' })
    if (build.status !== 0) throw new Error('The build failed: see above.')
  }
  const demo = await openDemo({ root, port })
  if (port && demo.port !== port) console.log(`Port ${port} is in use, so ${demo.port} was taken.`)
  console.log(`The demo site is at ${demo.url} (Ctrl+C ends it).`)

  const isTerminal = Boolean(process.stdout.isTTY)
  const [command, ...args] = openerFor({ platform: process.platform, env: process.env, isTerminal, isRoot }) ?? []
  // A desktop without such a program has the address printed above.
  if (command) spawn(command, [...args, demo.url], { stdio: 'ignore', detached: true }).on('error', () => undefined).unref()
}
