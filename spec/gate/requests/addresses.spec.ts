import { addressesIn, addressesOf, loadingAttribute } from '../../../lib/gate/requests/addresses'

describe('the addresses of an element', () => {
  it.each([
    { tag: 'img', name: 'src', value: 'https://a.test/x', loads: ['https://a.test/x'] },
    { tag: 'img', name: 'src', value: 'https://a.test/x,https://b.test/y', loads: ['https://a.test/x,https://b.test/y'] },
    { tag: 'img', name: 'srcset', value: 'https://a.test/x 1x, https://b.test/y 2x', loads: ['https://a.test/x', 'https://b.test/y'] },
    { tag: 'a', name: 'ping', value: 'https://a.test/x https://b.test/y', loads: ['https://a.test/x', 'https://b.test/y'] },
    { tag: 'link', name: 'href', value: 'https://a.test/x', loads: ['https://a.test/x'] },
    { tag: 'image', name: 'href', value: 'https://a.test/x', loads: ['https://a.test/x'] },
    { tag: 'a', name: 'href', value: 'https://a.test/x', loads: [] },
    { tag: 'base', name: 'href', value: 'https://a.test/x', loads: [] },
    { tag: 'object', name: 'data', value: 'https://a.test/x', loads: ['https://a.test/x'] },
    { tag: 'p', name: 'style', value: 'color: red; background: url( "https://a.test/x" )', loads: ['https://a.test/x'] },
    { tag: 'p', name: 'class', value: 'https://a.test/x', loads: [] },
    { tag: 'p', name: 'data-src', value: 'https://a.test/x', loads: [] },
  ])('are those it loads: $tag $name="$value"', ({ tag, name, value, loads }) => {
    const known = ['1x', '2x', '']
    expect(addressesOf(tag, name, value).filter((address) => !known.includes(address))).toEqual(loads)
  })

  it.each([
    { style: 'url(https://a.test/x)', found: ['https://a.test/x'] },
    { style: "URL('https://a.test/x?a=b')", found: ['https://a.test/x?a=b'] },
    { style: 'image-set("https://a.test/1" 1x, "//b.test/2" 2x)', found: ['https://a.test/1', '//b.test/2'] },
    { style: '@import "https://a.test/x.css";', found: ['https://a.test/x.css'] },
    { style: 'url(a.gif), url(b.gif)', found: ['a.gif', 'b.gif'] },
    { style: 'content: "a word"; color: red', found: [] },
  ])('of a style are found in $style', ({ style, found }) => {
    expect(addressesIn(style).map((address) => address.trim())).toEqual(found)
  })

  it.each([
    { name: 'src', is: 'src' },
    { name: 'SRC', is: 'SRC' },
    { name: 'xlink:href', is: 'href' },
    { name: 'imagesrcset', is: 'imagesrcset' },
    { name: 'data-src', is: undefined },
    { name: 'srcs', is: undefined },
  ])('can be in an attribute $name: $is', ({ name, is }) => {
    expect(loadingAttribute.exec(name)?.[1]).toBe(is)
  })
})
