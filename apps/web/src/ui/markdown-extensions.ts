/** What our Markdown has beside GitHub's: mentions, formulas, and pictures of the seminar. */
import type { MarkedExtension, TokenizerAndRendererExtension, Tokens } from 'marked';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const MENTION = /^@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/i;

const mention: TokenizerAndRendererExtension = {
  name: 'mention',
  level: 'inline',
  start: (source) => source.indexOf('@['),
  tokenizer(source) {
    const [raw, member] = MENTION.exec(source) ?? [];
    return raw ? { type: 'mention', raw, member } : undefined;
  },
  renderer: ({ member }) => `<span data-member="${escaped(String(member))}"></span>`,
};

// As Pandoc has it: no space inside the dollars, no digit behind them, so that prices stay prices.
const INLINE = /^\$(?!\s|\$)((?:\\.|[^$\\\n])+?)(?<!\s)\$(?![\d$])/;
const DISPLAY = /^ {0,3}\$\$\s*\n?([\s\S]+?)\n?\s*\$\$(?:[^\S\n]*(?:\n|$))/;

const tex = (source: string, display: boolean): string =>
  `<span data-tex="${escaped(source)}"${display ? ' data-display="block"' : ''}>${escaped(source)}</span>`;

const formula: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start: (source) => source.indexOf('$'),
  tokenizer(source) {
    const [raw, inner] = INLINE.exec(source) ?? [];
    return raw ? { type: 'formula', raw, inner } : undefined;
  },
  renderer: ({ inner }) => tex(String(inner), false),
};

const displayed: TokenizerAndRendererExtension = {
  name: 'displayed',
  level: 'block',
  start: (source) => source.indexOf('$$'),
  tokenizer(source) {
    const [raw, inner] = DISPLAY.exec(source) ?? [];
    return raw ? { type: 'displayed', raw, inner } : undefined;
  },
  renderer: ({ inner }) => `<p>${tex(String(inner).trim(), true)}</p>`,
};

const ASSET = /^asset:([0-9a-f]{64})$/;

/** `![what it shows](asset:<hash>)` is one of ours; any other is shown as a link. */
function picture({ href, text }: Tokens.Image): string {
  const [, hash] = ASSET.exec(href) ?? [];
  if (hash) return `<img data-asset="${hash}" alt="${escaped(text)}">`;
  return `<a href="${escaped(href)}">${escaped(text || href)}</a>`;
}

/** Of HTML what Markdown has no sign for; all else is shown as it was typed. */
const PLAIN_TAG = /<(?!\/?(?:sub|sup|br|kbd)\s*\/?>)/gi;

export const extensions: MarkedExtension = {
  extensions: [mention, formula, displayed],
  renderer: { image: picture, html: ({ text }) => text.replace(PLAIN_TAG, '&lt;') },
};

/** Might there be a formula in it? What sets them is loaded only then. */
export const mayHoldTex = (source: string): boolean => source.includes('$');
