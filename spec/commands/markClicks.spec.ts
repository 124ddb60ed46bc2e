import { markClicks } from '../../lib/commands/markClicks.js'
import type { Page } from '../../lib/commands/types.js'

describe('link clicks', () => {
  it('bear the mark of a copy while the SDK may not send them, and only then', () => {
    let isAllowed: boolean | undefined
    const stop = markClicks(globalThis as unknown as Page, () => isAllowed)
    const click = () => {
      const event = new MouseEvent('click', { bubbles: true }) as MouseEvent & { s_fe?: number }
      document.body.dispatchEvent(event)
      return event.s_fe
    }
    const marks = [undefined, false, true].map((allowed) => {
      isAllowed = allowed
      return click()
    })
    stop()
    isAllowed = false
    expect([...marks, click()]).toEqual([1, 1, undefined, undefined])
  })
})
