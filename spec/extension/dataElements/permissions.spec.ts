import { openLibrary } from '../openLibrary.js'

const configuration = { doesOptInApply: true, preOptInApprovals: { aa: true } }

it('answers every category with its permission, as they are now', () => {
  const { run, optIn } = openLibrary(configuration)
  expect(run('dataElements/permissions', {})).toMatchObject({ aa: true, target: false })
  optIn.approve('target')
  expect(run('dataElements/permissions', { format: 'object' })).toMatchObject({ aa: true, target: true })
})

it('answers JSON text', () => {
  const { run, optIn } = openLibrary(configuration)
  expect(run('dataElements/permissions', { format: 'text' })).toBe(JSON.stringify(optIn.permissions))
})

it('logs a format that is none and answers nothing', () => {
  const { run, errors } = openLibrary(configuration)
  expect(run('dataElements/permissions', { format: 'xml' })).toBeUndefined()
  expect(errors).toEqual([expect.stringContaining('`format` must be object or text')])
})
