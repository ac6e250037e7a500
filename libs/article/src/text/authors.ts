/** The lines of a title page that say who wrote the article, where they work and how to reach them. */
import type { Author } from '../model.ts';
import type { Vocabulary } from './hyphens.ts';
import { lowered, RAISED } from './superscript.ts';

/** A name with the signs behind it that point to an affiliation. */
interface Named {
  name: string;
  signs: string[];
}

const LONGEST = 400;
const BY = /^(?:by|von|por|par|door|af|av|di)\s+(?=\p{Lu})/iu;
const BETWEEN = /\s*[,;·|&]\s*|\s+(?:and|und|y|et|e|og|och|en)\s+/u;
const DEGREE = /^(?:(?:Ph\.?D|M\.?D|M\.?Sc|M\.?A|B\.?A|LL\.?[MD]|Jr|Sr|I{1,3})\.?)$/u;
const TITLE_OF_HONOUR = /^(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame)\.?$/u;
const PARTICLE =
  /^(?:de|del|della|der|den|des|di|da|do|dos|du|el|al|la|le|van|von|zu|zum|zur|ten|ter|af|av|bin|ibn|y|i)$/u;
const NAME = /^(?:\p{Lu}\.?(?:-?\p{Lu}\.?)*|[\p{Lu}\p{Lt}][\p{L}'’.-]*|[dDlLO]['’]\p{Lu}[\p{L}-]*)$/u;
const SIGNS = new RegExp(`[${RAISED}*†‡§¶]+|(?<=\\p{L})\\d{1,2}$`, 'gu');
const ORGANISATION =
  /\b(?:universi|institut|department|college|school|faculty|facult|cent(?:er|re|ro)\b|laborator|academ|hospital|ministry|council|museum|hochschule|fakultät|zentrum|universität|universidad|université|università|departamento|dipartimento|école|escuela|société|foundation|stiftung|press\b|company\b|research unit)/iu;
const EMAIL = /[\p{L}\p{Nd}._%+-]+@[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+/gu;
const EMAIL_LABEL = /(?:\(|\[)?\b(?:e-?mail(?: address)?|correo(?: electrónico)?|courriel|contact|kontakt)s?\s*:\s*/giu;
const CORRESPONDING = /^\W*(?:corresponding author|correspondence|korrespondenz|autor de correspondencia)/iu;

/** Could the line be the names of authors? A heading has words that the text uses with a small letter; names don't. */
export function looksLikeNames(line: string, vocabulary: Vocabulary): boolean {
  if (line.length > LONGEST || line.includes('@')) return false;
  const names = namesIn(line).map(({ name }) => name.split(' '));
  return names.length > 0 && names.every((words) => isName(words, vocabulary));
}

/** An address behind a name, with the brackets around it. */
const ADDRESS = new RegExp(`\\s*[(<[]?\\s*(?:${EMAIL_LABEL.source})?(?:mailto:)?${EMAIL.source}\\s*[)>\\]]?`, 'giu');

/** Could the line be names, each with an address: `Ada Marl (ada@marl.example)`? */
export const looksLikeNamesWithAddresses = (line: string, vocabulary: Vocabulary): boolean =>
  line.includes('@') && looksLikeNames(line.replace(ADDRESS, ''), vocabulary);

function isName(words: readonly string[], { small }: Vocabulary): boolean {
  if (words.length < 2 || words.length > 7) return false;
  if (!words.every((word) => NAME.test(word) || PARTICLE.test(word))) return false;
  const own = words.filter((word) => !PARTICLE.test(word));
  return own.length > 1 && own.some((word) => word.length > 2 && !small.has(word.toLowerCase()));
}

/** The names in a line, without degrees, marks and stray glyphs. */
export function namesIn(line: string): Named[] {
  const named: Named[] = [];
  for (const part of line.replace(BY, '').split(BETWEEN)) {
    const signs = (part.match(SIGNS) ?? []).flatMap((sign) => lowered(sign));
    const words = withoutStrays(part.replace(SIGNS, ' ').split(/\s+/u)).filter((word) => !DEGREE.test(word));
    while (TITLE_OF_HONOUR.test(words[0] ?? '')) words.shift();
    const last = named.at(-1);
    if (words.length > 0 && !/^\d+$/.test(words.join(''))) named.push({ name: words.join(' '), signs });
    else if (last) last.signs.push(...signs, ...words);
  }
  return named;
}

/** Without the words of one character that have no letter like the others': what is left of an ORCID icon, say. */
function withoutStrays(words: readonly string[]): string[] {
  const cased = words.some((word) => /[\p{Lu}\p{Ll}]/u.test(word));
  return words.filter((word) => word !== '' && (!cased || /[\p{Lu}\p{Ll}\p{Nd}]/u.test(word) || [...word].length > 1));
}

/** Could the line say where somebody works, or how to reach them? */
export const looksLikeAffiliation = (line: string): boolean =>
  line.length <= LONGEST && (ORGANISATION.test(line) || line.search(EMAIL) !== -1 || CORRESPONDING.test(line));

/** Authors as their lines are read, one after the other. */
export interface Byline {
  authors: readonly (Author & { signs: readonly string[] })[];
  /** Where the last line of names begins: what follows is said of those. */
  group: number;
}

export const noByline: Byline = { authors: [], group: 0 };

/** The byline with one more line of names; names right below names belong to one group. */
export function addNames(byline: Byline, line: string, belowNames: boolean): Byline {
  const authors = [...byline.authors, ...namesIn(line.replace(ADDRESS, ''))];
  const named: Byline = { authors, group: belowNames ? byline.group : byline.authors.length };
  return (line.match(EMAIL) ?? []).reduce(addEmail, named);
}

/** The byline with an affiliation, an address or both given to whom it is about. */
export function addAffiliation(byline: Byline, line: string): Byline {
  const emails = line.match(EMAIL) ?? [];
  const place = line.replace(EMAIL_LABEL, ' ').replace(EMAIL, ' ').replace(/\s+/gu, ' ');
  const placed = CORRESPONDING.test(place) ? byline : partsBySign(place).reduce(addPlace, byline);
  return emails.reduce(addEmail, placed);
}

/** `¹Here ²There` as two; what has no sign is one. */
function partsBySign(line: string): { sign: string | undefined; place: string }[] {
  const starts = new RegExp(`(?=(?<![${RAISED}])[${RAISED}]+\\s*\\p{L})|(?=[*†‡§¶]\\s*\\p{Lu})`, 'u');
  return line.split(starts).flatMap((part) => {
    const sign = new RegExp(`^\\s*([${RAISED}]+|[*†‡§¶])`, 'u').exec(part)?.[1];
    const place = part.slice(sign ? part.indexOf(sign) + sign.length : 0).replace(/^[\s,;|(]+|[\s,;|([]+$/gu, '');
    return place === '' ? [] : [{ sign: sign && lowered(sign), place: place.replace(/^[)\]]$/, '') }];
  });
}

function addPlace(byline: Byline, { sign, place }: { sign: string | undefined; place: string }): Byline {
  if (place === '') return byline;
  const signed = sign !== undefined && byline.authors.some(({ signs }) => signs.includes(sign));
  const isMeant = (signs: readonly string[], at: number): boolean =>
    signed && sign !== undefined ? signs.includes(sign) : at >= byline.group;
  return {
    ...byline,
    authors: byline.authors.map((author, at) => {
      if (!isMeant(author.signs, at)) return author;
      return { ...author, affiliation: author.affiliation ? `${author.affiliation}; ${place}` : place };
    }),
  };
}

/** To the one whose name is in the address, else to the first of the group who has none. */
function addEmail(byline: Byline, email: string): Byline {
  const local = folded(email.split('@')[0] ?? '');
  const byName = byline.authors.findIndex(({ name }) =>
    folded(name)
      .split(' ')
      .some((word) => word.length > 2 && local.includes(word)),
  );
  const next = byline.authors.findIndex((author, at) => at >= byline.group && author.email === undefined);
  const whose = byName === -1 ? next : byName;
  return { ...byline, authors: byline.authors.map((author, at) => (at === whose ? { ...author, email } : author)) };
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
