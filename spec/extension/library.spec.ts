import { load, openLibrary } from './openLibrary.js'

it('gives the modules what they are made with, and makes the OptIn when it is loaded', () => {
  openLibrary()
  delete window.adobe
  jest.resetModules()
  const library = load<object>('library')
  expect(Object.keys(library).sort()).toEqual(['isOurs', 'readCategories', 'readChoice', 'readDecision', 'whenChanged', 'withOptIn'])
  expect(window).toHaveProperty('adobe.optIn.decide')
})
