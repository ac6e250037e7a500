/**
 * The one place where what people wrote becomes HTML: Markdown in, sanitised HTML out. Pictures are those of the seminar and none
 * else (others would tell other sites who reads), no styles, no ids; links open elsewhere and pass nothing on. What Markdown has no
 * sign for (a mention, a formula, a picture of ours) goes through the sanitiser as an element with a `data-` attribute and is made
 * what it means after it.
 */
import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { memberId } from '../ids.ts';
import { extensions } from './markdown-extensions.ts';
import type { ProseParts } from './prose-parts.ts';

const marked = new Marked({ gfm: true, breaks: true, ...extensions });

const ALLOWED_TAGS = [
  ...['p', 'br', 'hr', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'a', 'ul', 'ol', 'li'],
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'sup',
    'sub',
    'kbd',
    'span',
    'img',
  ],
];

const PLAIN_ATTRIBUTES = [
  'start',
  'colspan',
  'rowspan',
  'alt',
  'data-member',
  'data-tex',
  'data-display',
  'data-asset',
];

const purify = DOMPurify();

/** Sets a formula: its TeX in, MathML out; `undefined` where it is none. */
export type SetTex = (tex: string, display: boolean) => string | undefined;

const rendered = new WeakMap<ProseParts, Map<string, string>>();

/** The same source is rendered once for the same parts. Without `setTex` a formula is shown as it was typed. */
export function renderMarkdown(source: string, parts: ProseParts, setTex?: SetTex): string {
  const known = rendered.get(parts) ?? new Map<string, string>();
  rendered.set(parts, known);
  const key = `${setTex ? 1 : 0}${source}`;
  const html = known.get(key) ?? render(source, parts, setTex);
  if (known.size > 500) known.clear();
  known.set(key, html);
  return html;
}

function render(source: string, parts: ProseParts, setTex: SetTex | undefined): string {
  const fragment = purify.sanitize(marked.parse(source, { async: false }), {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href', ...PLAIN_ATTRIBUTES],
    // They hold no address, so they are not held to look like one.
    ADD_URI_SAFE_ATTR: PLAIN_ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of fragment.querySelectorAll('a')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener nofollow noreferrer');
  }
  for (const span of fragment.querySelectorAll<HTMLElement>('[data-member]')) name(span, parts);
  for (const picture of fragment.querySelectorAll('img')) show(picture, parts);
  if (setTex) for (const span of fragment.querySelectorAll<HTMLElement>('[data-tex]')) set(span, setTex);
  const box = document.createElement('div');
  box.append(fragment);
  return box.innerHTML;
}

function name(span: HTMLElement, { nameOf, me }: ProseParts): void {
  const member = memberId(span.dataset.member);
  if (!member) return;
  span.textContent = `@${nameOf(member)}`;
  span.className = member === me ? 'mention mention-me' : 'mention';
}

/** A picture of the seminar; any other gives way to what it would have shown. */
function show(picture: HTMLImageElement, { addressOf }: ProseParts): void {
  const address = picture.dataset.asset && addressOf(picture.dataset.asset);
  if (!address) {
    picture.replaceWith(picture.alt);
    return;
  }
  picture.setAttribute('src', address);
  picture.setAttribute('loading', 'lazy');
}

function set(span: HTMLElement, setTex: SetTex): void {
  const mathml = setTex(span.dataset.tex ?? '', span.dataset.display === 'block');
  if (mathml) span.innerHTML = DOMPurify.sanitize(mathml, { USE_PROFILES: { mathMl: true } });
  else span.className = 'formula-source';
}
