import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const markdown = unified().use(remarkParse).use(remarkGfm);

/** What its author did not write, or what is no sentence. */
const LEFT_OUT = new Set(['blockquote', 'code', 'html', 'table', 'definition', 'footnoteDefinition', 'thematicBreak']);

/** The paragraphs that a post says in its author's own words: no quotations of others, no code, no tables. */
export function paragraphsOf(source: string): string[] {
  const paragraphs: string[] = [];
  const visit = (node: Nodes): void => {
    if (LEFT_OUT.has(node.type)) return;
    if (node.type === 'paragraph' || node.type === 'heading') {
      const text = textOf(node, { includeHtml: false })
        .replace(/https?:\/\/\S+/gu, '')
        .replace(/\s+/gu, ' ')
        .trim();
      if (text) paragraphs.push(text);
      return;
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(markdown.parse(source));
  return paragraphs;
}
