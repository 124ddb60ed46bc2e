import type * as React from 'react'
import type * as ReactClient from 'react-dom/client'
import type * as ReactServer from 'react-dom/server'
import type * as Hooks from '../lib/react.js'

/** The Reacts the hooks are proved with: the version and what its packages' names end in. */
export const versions = [
  ['18', '-18'],
  ['19', ''],
] as const

/** One copy of the hooks for one React, which both are given by the name `react`, as in a user's bundle. */
export const loadReact = (suffix: '' | '-18') => {
  const parts = {} as { react: typeof React; client: typeof ReactClient; server: typeof ReactServer; hooks: typeof Hooks }
  jest.isolateModules(() => {
    jest.doMock('react', () => (suffix ? jest.requireActual('react-18') : jest.requireActual('react')))
    parts.react = jest.requireMock('react')
    parts.client = jest.requireActual(`react-dom${suffix}/client`)
    // By its full name: jsdom would be given the browser's build, which asks for what jsdom has not.
    parts.server = jest.requireActual(`react-dom${suffix}/server.node`)
    parts.hooks = jest.requireActual('../lib/react.js')
  })
  return parts
}
