/** A fenced block of a Markdown file; `line` is the line of its first line of code. */
export interface Block {
  readonly file: string
  readonly line: number
  readonly language: string
  readonly code: string
}

/** One Markdown file, read. */
export interface Page {
  readonly file: string
  readonly blocks: readonly Block[]
  readonly links: readonly { readonly line: number; readonly to: string }[]
  /** The anchors its headings get. */
  readonly anchors: readonly string[]
}

// As GitHub makes them: lower case, no punctuation, a dash for each space, a number for a repeated one.
const anchorsOf = (headings: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return headings.map((heading) => {
    const plain = heading.replace(/`|\*|\[([^\]]*)\]\([^)]*\)/g, '$1')
    const anchor = plain.trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')
    const times = seen.get(anchor) ?? 0
    seen.set(anchor, times + 1)
    return times ? `${anchor}-${times}` : anchor
  })
}

/** Takes a Markdown file apart: its code blocks, links and headings. */
export const readMarkdown = (file: string, text: string): Page => {
  const blocks: Block[] = []
  const links: { line: number; to: string }[] = []
  const headings: string[] = []
  let open: { fence: string; indent: string; language: string; line: number; code: string[] } | undefined

  text.split('\n').forEach((line, index) => {
    const [, indent = '', fence = '', language = ''] = /^(\s*)(`{3,}|~{3,})\s*([\w-]*)/.exec(line) ?? []
    if (open) {
      if (fence.startsWith(open.fence) && !language) {
        blocks.push({ file, line: open.line, language: open.language, code: open.code.join('\n') })
        open = undefined
      } else open.code.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line)
      return
    }
    if (fence) {
      open = { fence, indent, language, line: index + 2, code: [] }
      return
    }
    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1]
    if (heading !== undefined) headings.push(heading)
    const prose = line.replace(/`[^`]*`/g, '')
    for (const [, to = ''] of prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)) links.push({ line: index + 1, to })
  })
  if (open) throw new Error(`${file}:${open.line - 1}: a code block is opened and never closed`)
  return { file, blocks, links, anchors: anchorsOf(headings) }
}
