import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { tangledLine } from './tangle.ts';

/** The syntax tree of a Markdown source with GitHub's tables, footnotes and strikethrough; none if it is too tangled. */
export function parseMarkdown(source: string): Root | undefined {
  if (tangledLine(source) !== undefined) return undefined;
  try {
    return unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkFrontmatter, ['yaml']).parse(source);
  } catch (error) {
    // The parser recurses; should something slip by the counting, it is refused like what does not.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
