/** @jest-environment node */
import { deadLinks } from './checkLinks.js'
import { compileBlocks } from './compileBlocks.js'
import type { Block } from './readMarkdown.js'
import { readMarkdown } from './readMarkdown.js'

const text = `# The page: \`one\`

See [two](two.md#the-second), [gone](gone.md), [here](#the-page-one), [not here](#nothing), [out](https://example.com/x.md)
and \`[code](nowhere.md)\`.

\`\`\`ts
const a = 1
\`\`\`

1. In a list:

   \`\`\`js
   b()
     c()
   \`\`\`

# Same
# Same

\`\`\`\`html
\`\`\`ts
\`\`\`\`
`
const one = readMarkdown('docs/one.md', text)
const two = readMarkdown('docs/two.md', '## The second\n')

describe('reading Markdown', () => {
  it('finds the blocks with their lines, without their indent', () => {
    expect(one.blocks).toEqual([
      { file: 'docs/one.md', line: 7, language: 'ts', code: 'const a = 1' },
      { file: 'docs/one.md', line: 13, language: 'js', code: 'b()\n  c()' },
      { file: 'docs/one.md', line: 21, language: 'html', code: '```ts' },
    ])
  })

  it('gives headings the anchors that GitHub gives them', () => {
    expect(one.anchors).toEqual(['the-page-one', 'same', 'same-1'])
  })

  it('says which block is never closed', () => {
    expect(() => readMarkdown('docs/one.md', 'Text\n```ts\nconst a = 1')).toThrow('docs/one.md:2: a code block is opened and never closed')
  })

  it('finds the links that lead nowhere', () => {
    expect(deadLinks([one, two], (path) => path === 'docs/two.md')).toEqual([
      'docs/one.md:3: gone.md leads nowhere',
      'docs/one.md:3: #nothing leads nowhere',
    ])
  })
})

describe('compiling the code blocks', () => {
  const block = (language: string, code: string): Block => ({ file: `docs/${language}.md`, line: 10, language, code })

  const right = [
    block('ts', `import { createOptIn } from 'visitor-opt-in'\nconst optIn = createOptIn()\nawait optIn.whenApproved('aa')`),
    { ...block('ts', `const optIn = 1\nexport const twice = optIn * 2`), line: 20 },
    { ...block('ts', `import { gpc } from 'visitor-opt-in/adapters/gpc'\nexport const all = [gpc(), optIn.isApproved('aa')]`), line: 30 },
    block('tsx', `import { useOptIn } from 'visitor-opt-in/react'\nexport const A = () => <p>{String(useOptIn(optIn).aa)}</p>`),
    block('js', `VisitorOptIn.install({ doesOptInApply: 'true' })\nwindow.adobe.optIn.approve('aa')`),
    block('json', '{ "a": 1 }'),
    block('html', '<script>'),
  ]
  const wrong = [
    block('ts', `import { createOptIn } from 'visitor-opt-in'\ncreateOptIn({ doesOptInApply: true }).approve('nonsense')`),
    block('tsx', `import { gone } from 'visitor-opt-in/nothing'\nexport const A = () => <p>{gone}</p>`),
    block('js', `const a = 1\na = 2\nwindow.anything.at.all('may be')`),
    block('json', '{ "a": }'),
  ].map((given) => ({ ...given, file: `docs/wrong/${given.language}.md` }))

  it('finds what is wrong, and where, and nothing in what is right', () => {
    expect(compileBlocks(process.cwd(), [...right, ...wrong])).toEqual([
      expect.stringMatching(/^docs\/wrong\/ts\.md:11: .*'"?nonsense"?'/),
      expect.stringMatching(/^docs\/wrong\/tsx\.md:10: Cannot find module 'visitor-opt-in\/nothing'/),
      expect.stringMatching(/^docs\/wrong\/js\.md:11: Cannot assign to 'a'/),
      expect.stringMatching(/^docs\/wrong\/json\.md:10: Unexpected token/),
    ])
  })
})
