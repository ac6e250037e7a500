/** Which part of a page is the article: what its author says, or else where the running text is. */
import { elementsOf, lineIn, type MarkupElement, visit, within } from '../markup/tree.ts';
import { hints } from './page.ts';

/** Never part of an article: of no text, or for doing something on the page. */
const SILENT = new Set(
  [
    'script style noscript template iframe object embed svg canvas audio video button input select textarea dialog',
    'head link meta base map',
  ].flatMap((names) => names.split(' ')),
);
const FURNITURE = new Set(['nav', 'aside', 'footer', 'form', 'menu']);
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu', 'toolbar', 'dialog']);
const FURNITURE_HINT =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|cookies?|consent|share|sharing|sharedaddy|social|related|(?:jp-)?relatedposts|read-next|recommended|newsletter|subscribe|advert|ads?|promo|toc|pagination|skip-link|site-header|site-footer|masthead|comments?|printfooter|editsection|entry-meta|post-meta|article-meta|reading-time|cat-links|tags?-links|post-tags|kicker|eyebrow)(?:$|[\s_-])/i;
/** An article may put its notes and its summary in such elements. */
const KEPT_HINT = /(?:note|reference|bibliograph|abstract|biblioentry)/i;

/** Is it of no text, or hidden? What is in it is no text of the page. */
export const isSilent = ({ name, attributes }: MarkupElement): boolean =>
  SILENT.has(name) || attributes.has('hidden') || (attributes.get('aria-hidden') === 'true' && name !== 'math');

const SHOWN = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'canvas']);
/** Smaller drawings are icons, in pixels. */
const SMALLEST_DRAWING = 100;

/** Does it show something that can't be taken over: a drawing, a film, another page? */
export const showsUntaken = ({ name, attributes }: MarkupElement): boolean =>
  SHOWN.has(name) ||
  (name === 'svg' && ['width', 'height'].some((it) => Number.parseFloat(attributes.get(it) ?? '') >= SMALLEST_DRAWING));

/** Is it for finding one's way, or about something else? */
export function isFurniture(element: MarkupElement): boolean {
  const hint = hints(element);
  if (KEPT_HINT.test(hint)) return false;
  if (FURNITURE.has(element.name) || ROLES.has(element.attributes.get('role') ?? '')) return true;
  // Page heads and feet, as LibreOffice saves them.
  if (element.name === 'div' && /^(?:header|footer)$/.test(element.attributes.get('title') ?? '')) return true;
  // Whole pages and paragraphs are called all kinds of things.
  return /^(?:div|section|ul|ol|span|header|table)$/.test(element.name) && FURNITURE_HINT.test(hint);
}

/** Is it the head of an article, with its title and what stands beside that? */
export const isHeader = (element: MarkupElement): boolean =>
  element.name === 'header' || /(?:^|\s)(?:entry|post|article)[-_]+head(?:er)?(?:\s|$)/i.test(hints(element));

const PROSE = new Set(['p', 'li', 'blockquote', 'pre', 'dd', 'td', 'figcaption']);
const SHORTEST = 40;
/** So much of the running text must be in one element for it to be the article. */
const MOST = 0.9;

/** The element that holds the article. */
export function mainContent(body: MarkupElement): MarkupElement {
  const [main] = find(body, ({ name, attributes }) => name === 'main' || attributes.get('role') === 'main');
  const area = main ?? body;
  const articles = find(
    area,
    ({ name, attributes }) => name === 'article' || /Article$/.test(attributes.get('itemtype') ?? ''),
  );
  const largest = articles.toSorted((a, b) => proseIn(b) - proseIn(a))[0];
  if (largest && proseIn(largest) > MOST * proseIn(area)) return largest;
  if (main) return main;
  return narrowed(body);
}

/** Goes down as long as one child holds nearly all of the text, and no heading is left behind. */
function narrowed(element: MarkupElement): MarkupElement {
  const all = proseIn(element);
  const child = elementsOf(element).find((it) => !PROSE.has(it.name) && proseIn(it) >= MOST * all);
  if (!child || all === 0 || child.name === 'table') return element;
  const isHeadingLeft = elementsOf(element).some((it) => it !== child && !isFurniture(it) && hasHeading(it));
  const isNoteLeft = elementsOf(element).some((it) => it !== child && KEPT_HINT.test(hints(it)));
  return isHeadingLeft || isNoteLeft ? element : narrowed(child);
}

const hasHeading = (element: MarkupElement): boolean =>
  /^h[1-6]$/.test(element.name) || within(element, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').length > 0;

/** Characters of running text in an element. */
function proseIn(element: MarkupElement): number {
  if (isSilent(element) || isFurniture(element)) return 0;
  if (PROSE.has(element.name)) {
    const { length } = lineIn(element);
    return length < SHORTEST ? 0 : length;
  }
  return elementsOf(element).reduce((sum, child) => sum + proseIn(child), 0);
}

function find(element: MarkupElement, is: (element: MarkupElement) => boolean): MarkupElement[] {
  const found: MarkupElement[] = [];
  visit(element, (it) => {
    if (is(it)) found.push(it);
  });
  return found;
}
