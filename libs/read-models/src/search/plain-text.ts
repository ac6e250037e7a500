import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const markdown = unified().use(remarkParse).use(remarkGfm);

/** Markdown as the words that one reads: without its signs, on one line. */
export const plainText = (source: string): string =>
  markdown
    .parse(source)
    .children.map((block) => textOf(block, { includeHtml: false }))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
