import { createOptIn } from '../../lib/createOptIn.js'
import { isOurs } from '../../lib/extension/isOurs.js'
import { adobesOwn } from './openLibrary.js'

it('tells ours from Adobe’s own', () => {
  expect([isOurs(createOptIn() as never), isOurs(adobesOwn())]).toEqual([true, false])
})
