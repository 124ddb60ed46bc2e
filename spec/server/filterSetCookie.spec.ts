/** @jest-environment node */
import { adobeRules } from '../../lib/gate/adobeRules.js'
import { filterSetCookie } from '../../lib/server/filterSetCookie.js'

const denied = { aam: false, adcloud: false, aa: false, campaign: false, ecid: false, livefyre: false, target: false, mediaaa: false }
const past = 'Expires=Thu, 01 Jan 1970 00:00:00 GMT'

describe('which Set-Cookie lines may go out', () => {
  it.each<[string, string, boolean]>([
    ['a name nobody knows', 'session=1; Path=/; HttpOnly', true],
    ['a known name of a denied category', 's_vi=[CS]v1|1[CE]; Path=/; Domain=example.test', false],
    ['a known name with a suffix', 'AMCV_X%40AdobeOrg=1', false],
    ['an HttpOnly one', 's_ecid=MCMID|1; HttpOnly; Secure', false],
    ['blanks around the name', '  mbox = 1 ; Path=/', false],
    ['another case: names have one', 'MBOX=1', true],
    ['a name that only begins alike', 'mboxes=1', true],
    ['the name in the value', 'session=mbox', true],
    ['the name in an attribute', 'session=1; mbox=2', true],
    ['a nameless cookie', 'mbox', false],
    ['a nameless cookie whose value looks like a pair', '=mbox=1', false],
    ['an empty line', '', true],
    ['our own cookie', 'adobeujs-optin=%7B%7D; Path=/', true],
    ['our own second cookie', 'visitor-opt-in=%7B%7D; Path=/', true],
    ['the Web SDK’s record of consent', 'kndctr_X_AdobeOrg_consent=general=out', true],
    ['the Web SDK’s identity', 'kndctr_X_AdobeOrg_identity=1', false],
    ['a removal by date', `mbox=; ${past}`, true],
    ['a removal by an old form of date', 'mbox=; expires=Thu, 01-Jan-70 00:00:00 GMT', true],
    ['a removal by age', 'mbox=; Max-Age=0', true],
    ['a removal by a negative age, in any case', 'mbox=; MAX-AGE = -1', true],
    ['an age of a second', 'mbox=1; Max-Age=1', false],
    ['an age that goes before the date', `mbox=1; Max-Age=60; ${past}`, false],
    ['an age of no meaning beside a date', `mbox=1; Max-Age=soon; ${past}`, true],
    ['the last of two ages', 'mbox=1; Max-Age=0; Max-Age=60', false],
    ['a date to come', 'mbox=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT', false],
    ['what a browser takes for no date', 'mbox=1; Expires=0', false],
    ['what a browser takes for no date, though some parsers do', 'mbox=1; Expires=1970-01-01T00:00:00Z', false],
    ['an attribute that only holds the word', 'mbox=1; x=max-age=0', false],
    ['the word in the value', 'mbox=max-age=0', false],
  ])('%s', (_, line, goesOut) => {
    expect(filterSetCookie([line], denied)).toEqual(goesOut ? [line] : [])
    expect(filterSetCookie([line], Object.fromEntries(Object.keys(denied).map((category) => [category, true])))).toEqual([line])
  })

  it('keeps the order, and every line of an approved category', () => {
    const lines = ['a=1', 'mbox=1', 's_vi=1', 'AMCV_1=1', 'a=2']
    expect(filterSetCookie(lines, { ...denied, target: true, ecid: true })).toEqual(['a=1', 'mbox=1', 'AMCV_1=1', 'a=2'])
    expect(lines).toHaveLength(5)
  })

  it('knows every name the gate knows', () => {
    for (const category of Object.keys(adobeRules))
      for (const rule of adobeRules[category]!) {
        const line = `${String(rule).replaceAll('*', 'x')}=1`
        expect([line, filterSetCookie([line], { ...denied, [category]: false })]).toEqual([line, []])
        expect([line, filterSetCookie([line], { ...denied, [category]: true })]).toEqual([line, [line]])
      }
  })

  it('approves by the permissions’ own keys only', () =>
    expect(filterSetCookie(['mbox=1'], Object.create({ target: true }))).toEqual([]))

  it.each<[string, Parameters<typeof filterSetCookie>[0], string[]]>([
    ['one line', 'mbox=1', []],
    ['one line with a comma in its date', 'a=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT', ['a=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT']],
    ['two lines joined by a comma, which stay one', 'a=1, mbox=1', ['a=1, mbox=1']],
    ['nothing', undefined, []],
    ['null', null, []],
    ['an empty list', [], []],
    ['the headers of an answer', new Headers([['Set-Cookie', 'mbox=1'], ['Set-Cookie', 'a=1'], ['Set-Cookie', 'b=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT']]), ['a=1', 'b=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT']],
  ])('takes %s', (_, lines, rest) => expect(filterSetCookie(lines, denied)).toEqual(rest))
})

describe('rules of one’s own', () => {
  const permissions = { ...denied, aa: true, chat: false, help: true }
  it.each<[string, Parameters<typeof filterSetCookie>[2], string, boolean]>([
    ['a name', { chat: ['talk'] }, 'talk=1', false],
    ['a prefix', { chat: ['talk_*'] }, 'talk_1=1', false],
    ['an expression', { chat: [/^t.lk$/g] }, 'tilk=1', false],
    ['an object', { chat: [{ name: 'talk', domain: 'example.test' }] }, 'talk=1', false],
    ['an approved category', { aa: ['talk'] }, 'talk=1', true],
    ['a category by its name', { ANALYTICS: ['talk'] }, 'talk=1', true],
    ['an approved category of one’s own', { help: ['talk'] }, 'talk=1', true],
    ['a category nobody decided', { other: ['talk'] }, 'talk=1', false],
    ['a category with a built-in name', { constructor: ['talk'] } as never, 'talk=1', false],
    ['a rule against the known names', { aa: ['mbox'] }, 'mbox=1', true],
    ['a rule for cookies alone', { chat: [{ name: 'talk', store: 'cookie' }] }, 'talk=1', false],
    ['a rule for another store', { chat: [{ name: 'talk', store: 'localStorage' }] }, 'talk=1', true],
    ['a rule for our own cookie, which is never gated', { chat: [/./] }, 'adobeujs-optin=1', true],
  ])('%s', (_, rules, line, goesOut) => expect(filterSetCookie([line], permissions, rules)).toEqual(goesOut ? [line] : []))

  it('are refused when they are none', () =>
    expect(() => filterSetCookie([], permissions, { chat: 'talk' } as never)).toThrow(expect.objectContaining({ code: 'invalid-config' })))
})
