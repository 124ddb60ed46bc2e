import type { IncomingMessage } from 'node:http'
import type { Request as ExpressRequest } from 'express'
import { filterSetCookie, readPermissions, serializePermissions } from '../../lib/server.js'

declare const node: IncomingMessage
declare const express: ExpressRequest
declare const fetched: Request
const config = { doesOptInApply: true, isOptInStorageEnabled: true, categories: { CHAT: 'chat' } } as const

/** Every kind of request, without a cast. */
export const read: readonly boolean[] = [
  readPermissions(node).permissions.aa,
  readPermissions(express.headers.cookie, config).permissions.chat,
  readPermissions(express, config).permissions.chat,
  readPermissions(fetched, config).permissions.target,
  readPermissions(fetched.headers, config).permissions.target,
  readPermissions(['a=1', 'b=2']).permissions.ecid,
  readPermissions(undefined).permissions.ecid,
]
export const written: readonly string[] = [
  ...serializePermissions(readPermissions(node, config).permissions, config, node),
  ...serializePermissions({ CHAT: true, aa: false }, config),
  ...filterSetCookie(new Response().headers, readPermissions(node).permissions, { aa: ['stats', /^x/] }),
]

export const wrong = (): void => {
  // @ts-expect-error There is no such category here.
  readPermissions(node).permissions.chat satisfies boolean
  // @ts-expect-error Nor can it be decided.
  serializePermissions({ chat: true })
  // @ts-expect-error A number is no cookie.
  readPermissions(5)
}
