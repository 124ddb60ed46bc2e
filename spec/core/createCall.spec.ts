import { createCall } from '../../lib/core/createCall.js'

describe('a call of what is not ours', () => {
  it('hands on the detail and the answer', () => {
    const report = jest.fn()
    expect(createCall(report)((number: number) => number + 1, 1)).toBe(2)
    expect(report).not.toHaveBeenCalled()
  })

  it('reports what is thrown, and answers nothing', () => {
    const report = jest.fn()
    const fail = () => {
      throw new Error('mine')
    }
    expect(createCall(report)(fail)).toBeUndefined()
    expect(report.mock.calls).toEqual([[new Error('mine')]])
  })
})
