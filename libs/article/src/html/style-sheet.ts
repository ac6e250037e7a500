/**
 * What a page says of its classes in a style sheet of its own, put where it says it of an element: programs that save
 * documents as web pages (Google Docs) name looks `c3` and explain them at the top. Only rules for a class are taken, and of
 * those what tells what a text is; what a whole site looks like is decided elsewhere.
 */
import { type MarkupElement, textIn, within } from '../markup/tree.ts';

const RULE = /([^{}]{1,500})\{([^{}]{0,5000})\}/g;
const SELECTOR = /^(?:p|span|li|td|div|h[1-6])?\.([\w-]+)$/;
const TELLING =
  /^\s*(?:margin-left|text-indent|font-family|font-style|font-weight|font-variant|vertical-align|text-decoration)\s*:/i;
const LONGEST_SHEET = 500_000;

/** The page with the styles of its classes on its elements. */
export function styled(html: MarkupElement): MarkupElement {
  const sheet = within(html, 'style')
    .map((style) => textIn(style))
    .join('\n')
    .slice(0, LONGEST_SHEET);
  const byClass = new Map<string, string>();
  for (const [, selectors = '', rule = ''] of sheet.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '').matchAll(RULE)) {
    const telling = rule.split(';').filter((declaration) => TELLING.test(declaration));
    if (telling.length === 0) continue;
    for (const selector of selectors.split(',')) {
      const name = SELECTOR.exec(selector.trim())?.[1];
      if (name !== undefined) byClass.set(name, `${byClass.get(name) ?? ''}${telling.join(';')};`);
    }
  }
  return byClass.size === 0 ? html : withStyles(html, byClass);
}

function withStyles(element: MarkupElement, byClass: ReadonlyMap<string, string>): MarkupElement {
  const children = element.children.map((node) => (typeof node === 'string' ? node : withStyles(node, byClass)));
  const styles = (element.attributes.get('class') ?? '').split(/\s+/).map((name) => byClass.get(name) ?? '');
  const style = styles.join('') + (element.attributes.get('style') ?? '');
  const attributes = styles.join('') === '' ? element.attributes : new Map([...element.attributes, ['style', style]]);
  return { ...element, attributes, children };
}
