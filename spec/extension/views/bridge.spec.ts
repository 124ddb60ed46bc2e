import { chooseElement } from '../../../lib/extension/views/bridge.js'

it.each([
  ['Name', '%Name%'],
  ['%Name%', '%Name%'],
  [undefined, undefined],
  ['', ''],
])('of the chosen %j makes %j', async (chosen, element) => {
  Object.assign(window, { extensionBridge: { openDataElementSelector: async () => chosen } })
  expect(await chooseElement()).toBe(element)
})
