/** What opening a browser for a person depends on. */
export interface Desktop {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isTerminal: boolean
  readonly isRoot: boolean
}

/** The program that opens an address in the person's browser; `undefined` where nobody sits in front of a desktop. */
export const openerFor = ({ platform, env, isTerminal, isRoot }: Desktop): [command: string, ...args: string[]] | undefined => {
  if (env.CI || !isTerminal || isRoot || env.SSH_CONNECTION) return undefined
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['cmd', '/c', 'start', '""']
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined
}
