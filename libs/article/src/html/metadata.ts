/** What a page says about itself: in `meta` for machines, and in a byline for people. */
import { type Flow, keywordsIn } from '../assemble.ts';
import { isElement, lineIn, type MarkupElement, type MarkupNode, visit, within } from '../markup/tree.ts';
import type { Author } from '../model.ts';
import { hasClass } from './page.ts';

export interface Metadata {
  title?: string;
  subtitle?: string;
  authors: Author[];
  history?: string;
  doi?: string;
  licence?: string;
  language?: string;
  keywords: string[];
  /** Elements of the page that were read as front matter, so that they are no text. */
  taken: ReadonlySet<MarkupElement>;
}

const NAMES = {
  title: ['citation_title', 'dc.title', 'og:title'],
  author: ['citation_author', 'dc.creator', 'author'],
  date: ['citation_publication_date', 'citation_date', 'dc.date', 'article:published_time', 'date'],
  doi: ['citation_doi', 'dc.identifier', 'prism.doi'],
  keywords: ['citation_keywords', 'keywords', 'dc.subject'],
};

/** Reads the metadata of a page and the byline of its article. */
export function readMetadata(html: MarkupElement, content: MarkupElement): Metadata {
  const metas = within(html, 'meta').map(({ attributes }) => ({
    name: (attributes.get('name') ?? attributes.get('property') ?? '').toLowerCase(),
    value: (attributes.get('content') ?? '').replace(/\s+/gu, ' ').trim(),
  }));
  const all = (names: readonly string[]): string[] => {
    const name = names.find((wanted) => metas.some((meta) => meta.name === wanted && meta.value !== ''));
    return metas.filter((meta) => meta.name === name && meta.value !== '').map(({ value }) => value);
  };
  const byline = bylineIn(content);
  const [date] = all(NAMES.date);
  const doi = all(NAMES.doi)
    .map((value) => /10\.\d{4,9}\/\S+/.exec(value)?.[0])
    .find(Boolean);
  const language = html.attributes.get('lang') || html.attributes.get('xml:lang');
  const title = all(NAMES.title)[0] ?? (lineIn(within(html, 'title')[0]) || undefined);
  const licence = licenceOf(html);
  const history = byline.date ?? date;
  const named = authorsOf(metas);
  return {
    ...(title !== undefined && { title }),
    ...(byline.subtitle !== undefined && { subtitle: byline.subtitle }),
    authors: named.length > 0 ? named : byline.authors,
    ...(history !== undefined && { history }),
    ...(doi !== undefined && { doi }),
    ...(licence !== undefined && { licence }),
    ...(language && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(language) && { language }),
    keywords: all(NAMES.keywords).flatMap(keywordsIn),
    taken: byline.taken,
  };
}

/** Authors in order, each followed by where they work (Google Scholar’s tags). */
function authorsOf(metas: readonly { name: string; value: string }[]): Author[] {
  const wanted = NAMES.author.find((name) => metas.some((meta) => meta.name === name && meta.value !== ''));
  const authors: Author[] = [];
  for (const { name, value } of metas) {
    const last = authors.at(-1);
    if (value === '') continue;
    if (name === wanted) authors.push(...value.split(/\s*;\s*/).map((one) => ({ name: inOrder(one) })));
    else if (name === 'citation_author_institution' && last) {
      last.affiliation = last.affiliation === undefined ? value : `${last.affiliation}; ${value}`;
    } else if (name === 'citation_author_email' && last) last.email = value;
  }
  return authors;
}

/** `Quill, Ottilie` as `Ottilie Quill`. */
const inOrder = (name: string): string => {
  const [last, first, ...more] = name.split(/\s*,\s*/);
  return last && first && more.length === 0 ? `${first} ${last}` : name;
};

interface Byline {
  subtitle?: string;
  date?: string;
  authors: Author[];
  taken: Set<MarkupElement>;
}

function bylineIn(content: MarkupElement): Byline {
  const byline: Byline = { authors: [], taken: new Set() };
  let headings = 0;
  visit(content, (element) => {
    if (/^h[1-6]$/.test(element.name)) headings += 1;
    // Bylines stand above the text, below the title.
    if (headings > 1 || [...byline.taken].some((taken) => within(taken, element.name).includes(element))) return;
    const words = lineIn(element);
    if (words === '' || words.length > 300) return;
    if (hasClass(element, /^ltx_personname$/)) {
      // Its lines are the name, and where somebody works.
      const [name = '', ...places] = linesIn(element);
      byline.authors.push({ name, ...(places.length > 0 && { affiliation: places.join(', ') }) });
      byline.taken.add(element);
      return;
    }
    const isAuthor = hasClass(element, /^authors?$|^p-author$|^byline$/i) || element.attributes.get('rel') === 'author';
    if (hasClass(element, /^(?:mso)?subtitle$/i) && byline.subtitle === undefined) byline.subtitle = words;
    else if (isAuthor || element.attributes.get('itemprop') === 'author') {
      byline.authors.push(
        ...words
          .replace(/^by\s+/i, '')
          .split(/\s*;\s*|\s+and\s+/)
          .map((name) => ({ name })),
      );
    } else if (hasClass(element, /^(?:date|published|dt-published)$/i) && byline.date === undefined)
      byline.date = words;
    else return;
    byline.taken.add(element);
  });
  return byline;
}

/** What it says, line by line. */
function linesIn(element: MarkupElement): string[] {
  const text = (node: MarkupNode): string => {
    if (!isElement(node)) return node.replace(/\s+/gu, ' ');
    return node.name === 'br' ? '\n' : node.children.map(text).join('');
  };
  return text(element)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function licenceOf(html: MarkupElement): string | undefined {
  const links = within(html, 'link', 'a').filter(({ attributes }) => /\blicense\b/.test(attributes.get('rel') ?? ''));
  const [first] = links;
  return first && (lineIn(first) || first.attributes.get('href'));
}

/** The heading that is the title: the one that is said to be, or the only one of the first level. */
export function titleHeading(content: MarkupElement, metadata: Metadata): MarkupElement | undefined {
  const headings = within(content, 'h1', 'h2');
  const paragraph = within(content, 'p')[0];
  if (paragraph && hasClass(paragraph, /^(?:title|MsoTitle)$/)) return paragraph;
  const said = headings.find((heading) => hasClass(heading, /^(?:title|entry-title|article-title|p-name)$/i));
  const first = headings[0];
  if (said) return said;
  if (!first) return undefined;
  const words = lineIn(first);
  const isNamed = metadata.title !== undefined && words !== '' && metadata.title.startsWith(words);
  const isOnly = first.name === 'h1' && within(content, 'h1').length === 1;
  return isNamed || isOnly ? first : undefined;
}

const LONGEST_SUBTITLE = 150;

/** Front matter that stands at the head of the text in paragraphs like any other, as word processors save it. */
export function takeFront(
  flow: readonly Flow[],
  { title, authors }: { title: string; authors: readonly Author[] },
): { subtitle?: string; rest: readonly Flow[] } {
  const wordsAt = (at: number): string => {
    const it = flow[at];
    return it?.type === 'block' && it.block.type === 'paragraph' ? it.block.text.replace(/\s+/gu, ' ') : '';
  };
  if (title === '' || wordsAt(0) !== title) return { rest: flow };
  const names = new Set(authors.map(({ name }) => name));
  const isAuthor = (at: number): boolean => names.has(wordsAt(at));
  // What stands between the title and the authors is the subtitle; so is a line between the title and the first heading.
  const isLine = wordsAt(1).length <= LONGEST_SUBTITLE && !/[.:;]$/.test(wordsAt(1));
  const hasSubtitle = wordsAt(1) !== '' && !isAuthor(1) && (isAuthor(2) || (isLine && flow[2]?.type === 'heading'));
  let end = hasSubtitle ? 2 : 1;
  while (isAuthor(end)) end += 1;
  return { ...(hasSubtitle && { subtitle: wordsAt(1) }), rest: flow.slice(end) };
}
