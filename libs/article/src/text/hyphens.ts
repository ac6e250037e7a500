/**
 * Words that a line end cut in two (`look-ing`) are mended; compounds (`high-GDP`) keep their hyphen. Nothing but the
 * text itself knows its words, so it is asked first: a joined form that stands elsewhere, where the hyphenated one does
 * not, was cut. What it does not know is decided by the shape of the halves, and left alone in doubt.
 */

/** The words of a text, in lower case, with how often each occurs. Compounds are kept apart from plain words. */
export interface Vocabulary {
  words: ReadonlyMap<string, number>;
  compounds: ReadonlyMap<string, number>;
  /** Words that occur in lower case. */
  small: ReadonlySet<string>;
}

/** A hyphen that went, or the space behind one that stays. */
export interface Mend {
  from: string;
  to: string;
}

/** A word, a compound, or either with a line end behind a hyphen, so that the halves of a cut don't count as words. */
const TOKENS = /[\p{L}\p{Nd}]+(?:-(?:[\p{L}\p{Nd}]+|\s+\p{L}+))*/gu;
const HYPHEN = /-(?<=(\p{L}{2,40})-)( ?)(?=(\p{L}{2,40}))/gu;

/** `low- and medium-income`: the hyphen stands for the word that is left out. */
const CONJUNCTION = /^(?:and|or|to|as|but|nor|versus|vs|und|oder|bis|bzw|et|ou|y|o|e|og|eller|och|en|of)$/;
/** Before these a hyphen is a matter of style: `re-use` beside `reuse` is no cut. */
const PREFIX = /^(?:re|co|pre|non|anti|post|multi|inter|semi|self|sub|de|neo|pro|ex|all|well|over|under|socio)$/;
/** Ends of words that are no words. */
const ENDING =
  /^(?:ings?|[st]ions?|ations?|ments?|ness|(?:al|il|iv)?it(?:y|ies)|[ae]nc(?:y|es?)|ously|i?cally|i[sz](?:ed|es|ing|ation)|tives?|tures?|gen|ung(?:en)?|keit|heit|schaft(?:en)?|ciones|ción|mente|tés?)$/;
/** Words made of two words and always written as one, which no test on the halves can tell from a compound. */
const SOLID = new Set(
  `another anybody anyone anything background backgrounds became become becomes beforehand breakdown breakthrough
  cannot database deadline deadlines download downturn drawback drawbacks elsewhere everybody everyone everything
  feedback firsthand forthcoming framework frameworks furthermore guideline guidelines handbook handbooks headline
  herself highlight highlighted highlights himself household households however hereafter indeed inside insight
  insights into itself keyword keywords landmark landscape landscapes layout likewise mainland mainstream maybe
  meanwhile midpoint moreover myself namely network networks newspaper newspapers nevertheless nobody nonetheless
  nothing notwithstanding nowadays nowhere offshore ongoing otherwise ourselves outbreak outcome outcomes outline
  outlined output outputs outside overall overcome overlook overlooked overview ownership outset partnership
  partnerships password postgraduate railway railways roadmap setback setbacks shortcoming shortcomings somebody
  someone something sometimes somewhat spotlight stakeholder stakeholders standpoint standstill statement statements
  textbook themselves thereby therefore thereof threefold throughout today together understand understanding
  undertake undertaken undertaking upheld upcoming uphold viewpoint viewpoints warfare weekend whatever whenever
  whereas whereby wherever widespread within without withstand workforce workplace workshop workshops worldwide
  worthwhile yourself`.split(/\s+/),
);

/** Addresses are no words: the names in them are written small. */
const ADDRESSES = /\S+@\S+|\bhttps?:\/\/\S+/gi;

/** Counts the words of a text, which may still have its line ends. */
export function vocabularyOf(text: string): Vocabulary {
  const words = new Map<string, number>();
  const compounds = new Map<string, number>();
  const small = new Set<string>();
  for (const [token] of text.replace(ADDRESSES, ' ').matchAll(TOKENS)) {
    if (/\s/.test(token)) continue;
    const counts = token.includes('-') ? compounds : words;
    const lower = token.toLowerCase();
    counts.set(lower, (counts.get(lower) ?? 0) + 1);
    if (lower === token) small.add(token);
  }
  return { words, compounds, small };
}

/** The text with its cut words mended, and what was changed. A line end must have become a single space. */
export function mendHyphens(text: string, vocabulary: Vocabulary): { text: string; mends: Mend[] } {
  const mends: Mend[] = [];
  const mended = text.replace(HYPHEN, (hyphen, left: string, space: string, right: string, at: number) => {
    const chained = text[at - left.length - 1] === '-' || text[at + hyphen.length + right.length] === '-';
    const cut = { left, right, chained, vocabulary };
    const kept = space === '' ? (isCutInLine(cut) ? '' : '-') : hyphenAtLineEnd(cut);
    if (kept !== hyphen) mends.push({ from: `${left}${hyphen}${right}`, to: `${left}${kept}${right}` });
    return kept;
  });
  return { text: mended, mends };
}

interface Cut {
  left: string;
  right: string;
  /** More hyphens follow or went before: `no-strings-attached`. */
  chained: boolean;
  vocabulary: Vocabulary;
}

/** Within a line most hyphens are meant, so this takes proof. */
function isCutInLine({ left, right, chained, vocabulary: { words, compounds } }: Cut): boolean {
  if (chained || !/^\p{Ll}/u.test(right)) return false;
  const joined = `${left}${right}`.toLowerCase();
  if ((compounds.get(`${left}-${right}`.toLowerCase()) ?? 0) > 1) return false;
  if (words.has(joined)) return !PREFIX.test(left.toLowerCase());
  return SOLID.has(joined) || (ENDING.test(right) && !words.has(right));
}

/** At the end of a line most hyphens are cuts, so this takes proof that one is meant. */
function hyphenAtLineEnd({ left, right, chained, vocabulary: { words, compounds, small } }: Cut): '' | '-' | '- ' {
  if (CONJUNCTION.test(right)) return chained ? '-' : '- ';
  if (!/^\p{Ll}/u.test(right) || /^\p{Lu}+$/u.test(left)) return '-';
  const joined = `${left}${right}`.toLowerCase();
  if (compounds.has(`${left}-${right}`.toLowerCase())) return '-';
  if (words.has(joined) || SOLID.has(joined)) return '';
  if (chained) return '-';
  // In German the second half of a compound with a hyphen has its capital.
  const bothAreWords = words.has(left.toLowerCase()) && small.has(right);
  return bothAreWords && !PREFIX.test(left.toLowerCase()) ? '-' : '';
}

/**
 * What stands between two lines of a paragraph in place of the hyphen that the first ends with: nothing where it cut a
 * word, `-` in a compound, `- ` where a word is left out. `undefined` if it ends with none, or with one between figures.
 */
export function hyphenBetween(first: string, second: string, vocabulary: Vocabulary): '' | '-' | '- ' | undefined {
  if (!first.endsWith('-')) return undefined;
  const left = /(\p{L}{2,40})-$/u.exec(first.slice(-42))?.[1];
  const right = /^\p{L}{2,40}/u.exec(second)?.[0];
  if (left === undefined || right === undefined) return undefined;
  const chained = first.at(-left.length - 2) === '-' || second[right.length] === '-';
  return hyphenAtLineEnd({ left, right, chained, vocabulary });
}

/** Parts of a paragraph as one, also where a page ended in the middle of a word. */
export const joinParts = (parts: readonly string[], vocabulary: Vocabulary): string =>
  mendHyphens(parts.join(' '), vocabulary).text;
