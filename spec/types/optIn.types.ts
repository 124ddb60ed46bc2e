// Lines that must compile, and lines that must not: `npm run types` is what runs this file.
import { cookiebot } from '../../lib/adapters/cookiebot.js'
import { gpc } from '../../lib/adapters/gpc.js'
import { googleConsentMode } from '../../lib/bridges/googleConsentMode.js'
import { webSdk } from '../../lib/bridges/webSdk.js'
import { cookieGate } from '../../lib/gate/index.js'
import { install } from '../../lib/global.js'
import { createOptIn, OptInError } from '../../lib/index.js'
import type { Connector, OptInErrorCode, Permissions } from '../../lib/index.js'

const plain = createOptIn()
const chatty = createOptIn({ categories: { CHAT: 'chat' }, preOptInApprovals: { chat: true, ANALYTICS: false } })

plain.approve('aa').deny(['ECID', 'target'], true)
chatty.approve(['chat', 'CHAT', 'aa'])
chatty.decide({ chat: false, aa: true }, { source: 'cmp' })
chatty.on('change', ({ changed, permissions }) => [changed.includes('chat'), permissions.chat, permissions.aa])
chatty.fetchPermissions((permissions) => permissions.chat, true)
export const value: 'chat' = chatty.Categories.CHAT
export const whole: Permissions = plain.permissions

// @ts-expect-error: an unknown category
plain.approve('nonsense')
// @ts-expect-error: a category of another OptIn
plain.approve('chat')
// @ts-expect-error: an unknown category beside one's own
chatty.isApproved('nonsense')
// @ts-expect-error: a permission is true or false
plain.decide({ aa: 'yes' })
// @ts-expect-error: an unknown event
plain.on('done', () => {})
// @ts-expect-error: the permissions are read-only
plain.permissions.aa = true
// @ts-expect-error: an unknown option
createOptIn({ doesOptinApply: true })
// @ts-expect-error: text values are for install
createOptIn({ doesOptInApply: 'true' })
// @ts-expect-error: an unknown category in an option
createOptIn({ preOptInApprovals: { nonsense: true } })

install({ categories: { CHAT: 'chat' }, preOptInApprovals: { chat: true, aa: false } })
install({ doesOptInApply: 'true', categories: { CHAT: 'chat' }, preOptInApprovals: { chat: true }, policyVersion: '' })
install({ categories: '{ "CHAT": "chat" }', preOptInApprovals: '{ "chat": true }' }).approve('chat')
// @ts-expect-error: an unknown category in an option of the script tag
install({ categories: { CHAT: 'chat' }, preOptInApprovals: { nonsense: true } })
// @ts-expect-error: an unknown option of the script tag
install({ doesOptinApply: 'true' })

export const connector: Connector = (optIn, report) => {
  optIn.decide({ anything: true }, { source: 'mine' })
  report(new Error('x'))
  return () => {}
}
createOptIn({ categories: { CHAT: 'chat' }, gate: connector, adapters: [connector] })

type Chat = { readonly CHAT: 'chat' }
createOptIn({
  adapters: [cookiebot({ map: { statistics: ['aa', 'TARGET'], marketing: 'aam' } }), cookiebot<Chat>({ map: { preferences: ['chat'] } }), gpc<Chat>({ categories: 'CHAT' })],
  bridges: [googleConsentMode<Chat>({ map: { ad_storage: ['chat', ['aa', 'aam']] } }), webSdk<Chat>({ map: { personalize: { content: ['chat'] } } })],
})
// @ts-expect-error: a category that the adapter was not given the type of
cookiebot({ map: { statistics: ['chat'] } })
// @ts-expect-error: nor this one
gpc({ categories: ['chat'] })
// @ts-expect-error: nor the bridge
googleConsentMode({ map: { ad_storage: ['chat'] } })
// @ts-expect-error: nor in a list inside the list
googleConsentMode({ map: { ad_storage: [['aa', 'chat']] } })
// @ts-expect-error: nor below a purpose
webSdk({ map: { personalize: { content: ['chat'] } } })

declare const perhaps: { readonly text: string | undefined; readonly flag: boolean | undefined }
plain.decide({ aa: true }, { source: perhaps.text, wait: perhaps.flag, standing: perhaps.flag })
createOptIn({
  storage: { load: () => ({ permissions: { aa: true }, policyVersion: perhaps.text }), save: () => {} },
  gate: cookieGate({ rules: { aa: [{ name: 'x', domain: perhaps.text, path: perhaps.text }] } }),
})

const code: OptInErrorCode = new OptInError('declined', 'x').code
export default code
