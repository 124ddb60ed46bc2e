import * as door from '../../lib/commands/index.js'
import * as script from '../../lib/commands/global.js'

describe('the script file of the commands', () => {
  it('offers createCommands, and nothing else', () => {
    expect(Object.keys(script)).toEqual(['createCommands'])
    expect(script.createCommands).toBe(door.createCommands)
  })
})
