/** @jest-environment node */
import type { Desktop } from './openAddress.js'
import { openerFor } from './openAddress.js'

const desk: Desktop = { platform: 'linux', env: { DISPLAY: ':0' }, isTerminal: true, isRoot: false }

it.each<[string, Partial<Desktop>, string | undefined]>([
  ['on a Linux desktop', {}, 'xdg-open'],
  ['on Wayland', { env: { WAYLAND_DISPLAY: 'wayland-0' } }, 'xdg-open'],
  ['on a Mac', { platform: 'darwin', env: {} }, 'open'],
  ['on Windows', { platform: 'win32', env: {} }, 'cmd'],
  ['without a display', { env: {} }, undefined],
  ['in CI', { env: { DISPLAY: ':0', CI: 'true' } }, undefined],
  ['over ssh', { platform: 'darwin', env: { SSH_CONNECTION: '1' } }, undefined],
  ['as root', { isRoot: true }, undefined],
  ['with its output going to a file', { isTerminal: false }, undefined],
])('%s the demo site is opened as fits', (_where, given, command) => {
  expect(openerFor({ ...desk, ...given })?.[0]).toBe(command)
})
