/** Title, authors, dates, abstract, keywords, licence and DOI, from `<article-meta>`. */
import { keywordsIn } from '../assemble.ts';
import type { DraftArticle, DraftBlock } from '../draft.ts';
import { safeLink } from '../markup/links.ts';
import {
  at,
  childrenOf,
  elementsOf,
  isElement,
  lineIn,
  type MarkupElement,
  type MarkupNode,
  textIn,
  visit,
  within,
} from '../markup/tree.ts';
import type { ArticleDate, Author } from '../model.ts';
import { marked } from '../prose.ts';
import { flowOf } from './blocks.ts';
import type { Context } from './context.ts';
import { inlineProse } from './inline.ts';

type Front = Pick<
  DraftArticle,
  'title' | 'subtitle' | 'authors' | 'history' | 'dates' | 'doi' | 'licence' | 'abstract' | 'keywords'
> & { back: DraftBlock[] };

const DATES: Record<string, ArticleDate['event']> = {
  received: 'received',
  rec: 'received',
  'rev-recd': 'revised',
  'rev-request': 'revised',
  accepted: 'accepted',
  acc: 'accepted',
};

/** Reads what is known about the article; an article without a front has an empty title. */
export function readFront(meta: MarkupElement | undefined, context: Context): Front {
  if (!meta) return { title: '', authors: [], abstract: [], keywords: [], back: [] };
  const titles = at(meta, 'title-group');
  const subtitle = lineIn(titles && at(titles, 'subtitle'));
  const doi = childrenOf(meta, 'article-id').find(({ attributes }) => attributes.get('pub-id-type') === 'doi');
  const licence = licenceOf(meta);
  const dates = datesOf(meta);
  return {
    title: titleOf(titles, context),
    ...(subtitle !== '' && { subtitle }),
    authors: authorsOf(meta),
    ...(dates.length > 0 && { dates, history: inWords(dates) }),
    ...(doi && { doi: lineIn(doi) }),
    ...(licence !== undefined && { licence }),
    abstract: childrenOf(meta, 'abstract')
      .slice(0, 1)
      .flatMap((abstract) => abstractOf(abstract, context)),
    keywords: childrenOf(meta, 'kwd-group').flatMap(keywordsOf),
    back: within(meta, 'author-notes').flatMap((notes) =>
      blocksOf(
        elementsOf(notes).filter(({ name }) => name === 'fn'),
        context,
      ),
    ),
  };
}

function titleOf(titles: MarkupElement | undefined, context: Context): string {
  const title = titles && at(titles, 'article-title');
  return title ? inlineProse(title.children, context).text.replace(/\s+/gu, ' ') : '';
}

/** An abstract's own title is that of the part. Titles of its sections stay, in strong type. */
const abstractOf = (abstract: MarkupElement, context: Context): DraftBlock[] =>
  blocksOf(
    abstract.children.filter((node) => !isElement(node) || node.name !== 'title'),
    context,
  );

const blocksOf = (elements: readonly MarkupNode[], context: Context): DraftBlock[] =>
  flowOf(elements, 1, context).map(
    (it): DraftBlock =>
      it.type === 'block' ? it.block : { type: 'paragraph', ...marked(it.title, { type: 'strong' }) },
  );

const keywordsOf = (group: MarkupElement): string[] =>
  within(group, 'kwd', 'compound-kwd')
    .flatMap((keyword) => (lineIn(keyword) === '' ? [] : lineIn(keyword)))
    .concat(childrenOf(group, 'unstructured-kwd-group').flatMap((list) => keywordsIn(lineIn(list))));

function authorsOf(meta: MarkupElement): Author[] {
  const places = new Map<string, string>();
  visit(meta, (element) => {
    const id = element.attributes.get('id');
    if (element.name === 'aff' && id !== undefined) places.set(id, affiliation(element));
  });
  const emails = new Map<string, string>();
  visit(meta, (element) => {
    const id = element.attributes.get('id');
    if (element.name === 'corresp' && id !== undefined) emails.set(id, lineIn(within(element, 'email')[0]));
  });
  const groups = childrenOf(meta, 'contrib-group');
  return groups.flatMap((group) => {
    const shared = childrenOf(group, 'aff')
      .filter(({ attributes }) => !attributes.has('id'))
      .map(affiliation);
    return childrenOf(group, 'contrib')
      .filter(({ attributes }) => (attributes.get('contrib-type') ?? 'author') === 'author')
      .flatMap((contrib) => authorOf(contrib, places, emails, shared));
  });
}

function authorOf(
  contrib: MarkupElement,
  places: ReadonlyMap<string, string>,
  emails: ReadonlyMap<string, string>,
  shared: readonly string[],
): Author[] {
  const name = nameOf(contrib);
  if (name === '') return [];
  const rids = (type: string) =>
    within(contrib, 'xref')
      .filter(({ attributes }) => attributes.get('ref-type') === type)
      .flatMap(({ attributes }) => (attributes.get('rid') ?? '').split(/\s+/));
  const own = [...rids('aff').flatMap((rid) => places.get(rid) ?? []), ...within(contrib, 'aff').map(affiliation)];
  const all = (own.length > 0 ? own : shared).filter((place) => place !== '');
  const email = lineIn(within(contrib, 'email')[0]) || rids('corresp').map((rid) => emails.get(rid))[0];
  const orcid = within(contrib, 'contrib-id')
    .map((id) => /\d{4}-\d{4}-\d{4}-\d{3}[\dX]/.exec(lineIn(id))?.[0])
    .find((id) => id !== undefined);
  return [
    {
      name,
      ...(all.length > 0 && { affiliation: all.join('; ') }),
      ...(email && { email }),
      ...(orcid !== undefined && { orcid }),
    },
  ];
}

function nameOf(contrib: MarkupElement): string {
  const [name] = within(contrib, 'name');
  if (!name) return lineIn(within(contrib, 'string-name', 'collab')[0]);
  const parts = ['prefix', 'given-names', 'surname', 'suffix'].map((part) => lineIn(childrenOf(name, part)[0]));
  return parts.filter(Boolean).join(' ');
}

/** Its parts with commas between them, without the mark in front. */
function affiliation(aff: MarkupElement): string {
  const marks = new Set(['label', 'sup', 'email']);
  const parts = elementsOf(aff).filter(({ name }) => !marks.has(name));
  const loose = aff.children.some((node) => typeof node === 'string' && /[\p{L}\p{N},;]/u.test(node));
  if (loose || parts.length < 2) {
    return lineIn({
      ...aff,
      children: aff.children.filter((node) => typeof node === 'string' || !marks.has(node.name)),
    });
  }
  return parts.map(lineIn).filter(Boolean).join(', ');
}

function datesOf(meta: MarkupElement): ArticleDate[] {
  const history = at(meta, 'history');
  const steps = history ? childrenOf(history, 'date') : [];
  const received = steps.flatMap((date): ArticleDate[] => {
    const event = DATES[date.attributes.get('date-type') ?? ''];
    const iso = isoDate(date);
    return event === undefined || iso === undefined ? [] : [{ event, date: iso }];
  });
  const published = childrenOf(meta, 'pub-date').flatMap((date) => isoDate(date) ?? []);
  const first = published.toSorted((a, b) => b.length - a.length || a.localeCompare(b))[0];
  return first === undefined ? received : [...received, { event: 'published', date: first }];
}

function isoDate(date: MarkupElement): string | undefined {
  const iso = date.attributes.get('iso-8601-date');
  if (iso !== undefined && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(iso)) return iso;
  const [year, month, day] = ['year', 'month', 'day'].map((part) => lineIn(childrenOf(date, part)[0]));
  if (!year || !/^\d{4}$/.test(year)) return undefined;
  const rest = [month, day].map((part) => (part && /^\d{1,2}$/.test(part) ? part.padStart(2, '0') : undefined));
  const known = rest[0] === undefined ? [] : rest;
  return [year, ...known.filter((part) => part !== undefined)].join('-');
}

const inWords = (dates: readonly ArticleDate[]): string => {
  const text = dates.map(({ event, date }) => `${event} ${date}`).join('; ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

function licenceOf(meta: MarkupElement): string | undefined {
  const permissions = at(meta, 'permissions');
  const license = permissions && at(permissions, 'license');
  if (!permissions || !license) return lineIn(permissions && at(permissions, 'copyright-statement')) || undefined;
  const address = safeLink(license.attributes.get('href') ?? lineIn(childrenOf(license, 'license_ref')[0]));
  const words = childrenOf(license, 'license-p', 'p')
    .map((p) => textIn(p).replace(/\s+/gu, ' ').trim())
    .join(' ');
  return words || address;
}
