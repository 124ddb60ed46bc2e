import { copyOf, sizeOf } from '../../../lib/gate/requests/bodies'

describe('what is to be sent', () => {
  it.each([
    { what: 'nothing', body: undefined, bytes: 0 },
    { what: 'null', body: null, bytes: 0 },
    { what: 'a text', body: 'four', bytes: 4 },
    { what: 'a text of two-byte letters', body: 'äö', bytes: 4 },
    { what: 'bytes', body: new Uint8Array(7), bytes: 7 },
    { what: 'a search', body: new URLSearchParams('a=b'), bytes: 3 },
    { what: 'a blob', body: new Blob(['12345']), bytes: 5 },
  ])('is measured: $what', ({ body, bytes }) => {
    expect(sizeOf(body)).toBe(bytes)
  })

  it('is measured by names and values where it is a form', () => {
    const form = new FormData()
    form.append('name', 'value')
    expect(sizeOf(form)).toBe(9)
  })

  it('is copied as it is now', () => {
    const form = new FormData()
    form.append('a', 'then')
    const search = new URLSearchParams('a=then')
    const bytes = new Uint8Array([1, 2])
    const copies = [copyOf(form) as FormData, copyOf(search) as URLSearchParams, copyOf(bytes) as Blob] as const
    form.set('a', 'late')
    search.set('a', 'late')
    expect([copies[0].get('a'), copies[1].get('a'), copies[2].size]).toEqual(['then', 'then', 2])
  })

  it('is left as it is where nobody can change it', () => {
    const blob = new Blob(['x'])
    expect([copyOf('text'), copyOf(blob), copyOf(null), copyOf(undefined)]).toEqual(['text', blob, null, undefined])
  })
})
