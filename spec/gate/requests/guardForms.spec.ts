import { requestGate } from '../../../lib/gate/requests/requestGate.js'
import { createOptIn } from '../../../lib/index.js'

describe('a form to a host of a denied category', () => {
  const { prototype } = HTMLFormElement
  const native = prototype.submit
  const sent = jest.fn()
  let form: HTMLFormElement
  let end: () => void
  beforeEach(() => {
    sent.mockClear()
    prototype.submit = sent
    const optIn = createOptIn({ doesOptInApply: true, otherTabs: false, gate: requestGate({ rules: { aa: ['stats.example'] } }) })
    optIn.deny('aa')
    end = optIn.destroy
    document.body.innerHTML = '<form action="https://stats.example/hit"><button>Send</button></form>'
    form = document.querySelector('form')!
  })
  afterEach(() => {
    end()
    prototype.submit = native
  })

  /** Whether it leaves: by the page's script, and by the visitor's click. */
  const leaves = () => {
    form.submit()
    const event = new Event('submit', { bubbles: true, cancelable: true })
    form.dispatchEvent(event)
    return [sent.mock.calls.length > 0, !event.defaultPrevented]
  }

  it.each([undefined, '', '_self', '_parent', '_TOP'])('leaves with the page where the target is %j: that is a navigation', (target) => {
    if (target !== undefined) form.target = target
    expect(leaves()).toEqual([true, true])
  })

  it.each(['_blank', '_Blank', 'a frame', '_selfish'])('is refused where the target is %j', (target) => {
    form.target = target
    expect(leaves()).toEqual([false, false])
  })

  it('is refused where only the button names such a target', () => {
    const submitter = form.querySelector('button')!
    submitter.setAttribute('formtarget', '_blank')
    const event = Object.assign(new Event('submit', { bubbles: true, cancelable: true }), { submitter })
    form.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  })
})
