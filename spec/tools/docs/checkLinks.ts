import { posix } from 'node:path'
import type { Page } from './readMarkdown.js'

/** Links between the pages that lead nowhere: a file that is not there, a heading that no page has. */
export const deadLinks = (pages: readonly Page[], exists: (path: string) => boolean): string[] => {
  const byFile = new Map(pages.map((page) => [page.file, page]))
  return pages.flatMap(({ file, links }) =>
    links
      .filter(({ to }) => !/^[a-z][a-z+.-]*:/i.test(to))
      .filter(({ to }) => {
        const [path = '', anchor] = decodeURIComponent(to).split('#')
        const target = path ? posix.normalize(posix.join(posix.dirname(file), path)) : file
        if (path && !exists(target)) return true
        return Boolean(anchor) && byFile.has(target) && !byFile.get(target)?.anchors.includes(anchor as string)
      })
      .map(({ line, to }) => `${file}:${line}: ${to} leads nowhere`),
  )
}
