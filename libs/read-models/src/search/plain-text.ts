import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { withNames } from '#seminar';

const markdown = unified().use(remarkParse).use(remarkGfm);

/** Markdown as the words that one reads: without its signs, on one line. Who is mentioned has no name here. */
export const plainText = (source: string): string =>
  markdown
    .parse(withNames(source, () => '…'))
    .children.map((block) => textOf(block, { includeHtml: false }))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
