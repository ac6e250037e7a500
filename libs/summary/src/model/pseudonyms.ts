/**
 * Stand-ins for people, so that no name leaves for a model: a member's id, their name, each part of it, and a mention of it, in
 * any case and with any mark above a letter, become 'Reader3'; addresses and other ids become nothing in particular. Numbers are
 * given as people turn up, so that the same thread is always told in the same words.
 */

export interface Person {
  id: string;
  name: string;
}

export interface Pseudonyms {
  /** The stand-in for the person with this id. */
  of(id: string): string;
  /** The text with stand-ins for names. */
  hide(text: string): string;
  /** The text with names for stand-ins. */
  show(text: string): string;
  /** The stand-ins that a text has, whether they were ever given or not. */
  in(text: string): string[];
}

/** Parts of names that are no names. */
const PARTICLES = new Set(
  'dr prof mr mrs ms st von van de del della di da la le du der den al el bin ibn and und y et'.split(' '),
);
const WORDS = ['Reader', 'Participant', 'Discussant', 'Speaker'];
const UUID = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/giu;
const ADDRESS = /[^\s@<>()]+@[^\s@<>()]+\.[\p{L}]{2,}/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** @param texts everything that will be hidden: a stand-in must not be a word that somebody wrote. */
export function pseudonymsFor(people: readonly Person[], texts: readonly string[]): Pseudonyms {
  const word = unused(texts);
  const numbered = new RegExp(`${word}\\d+`, 'gu');
  const owners = ownersOf(people);
  const names = new Map(people.map(({ id, name }) => [id.toLowerCase(), name]));
  const given = new Map<string, string>();
  const shown = new Map<string, string>();
  const standIn = (key: string, name: string): string => {
    const known = given.get(key) ?? `${word}${given.size + 1}`;
    given.set(key, known);
    shown.set(known, name);
    return known;
  };
  const of = (id: string) => standIn(id.toLowerCase(), names.get(id.toLowerCase()) ?? '');
  const forms = patternOf([...owners.keys()]);

  return {
    of,
    hide: (text) => {
      const plain = text
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(ADDRESS, '[address]')
        .replace(UUID, (id) => (names.has(id.toLowerCase()) ? of(id) : '[id]'));
      if (!forms) return plain;
      return replaceFolded(plain, forms, (form) => {
        const ids = owners.get(folded(form)) ?? [];
        return ids.length === 1 && ids[0] !== undefined ? of(ids[0]) : standIn(`name ${folded(form)}`, form);
      });
    },
    show: (text) => text.replace(numbered, (found) => shown.get(found) || found),
    in: (text) => text.match(numbered) ?? [],
  };
}

function unused(texts: readonly string[]): string {
  const all = texts.join('\n').toLowerCase();
  const free = (word: string) => !new RegExp(`${word}\\d`, 'iu').test(all);
  return WORDS.find(free) ?? longer(WORDS[0] ?? '', free);
}
const longer = (word: string, free: (word: string) => boolean): string =>
  free(`${word}x`) ? `${word}x` : longer(`${word}x`, free);

/** Lower case, without marks above letters. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whom each form of a name may mean. */
function ownersOf(people: readonly Person[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { id, name } of people) {
    const whole = folded(name.normalize('NFKC')).trim();
    const parts = whole.split(/[\s.,()"'_-]+/u).filter((part) => part.length > 1 && !PARTICLES.has(part));
    const handles = parts.length > 1 ? [parts.join(''), parts.join('.'), parts.join('_'), parts.join('-')] : [];
    for (const form of new Set([whole, ...parts, ...handles])) {
      if (form !== '') owners.set(form, [...(owners.get(form) ?? []), id]);
    }
  }
  return owners;
}

/** The longest first. A genitive may follow; a name in a script without spaces stands anywhere. */
function patternOf(forms: readonly string[]): RegExp | undefined {
  if (forms.length === 0) return undefined;
  const sources = forms
    .toSorted((a, b) => b.length - a.length)
    .map((form) => {
      const source = form.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&').replace(/\s+/gu, '\\s+');
      return UNSPACED.test(form) ? source : `(?<![\\p{L}\\p{N}])${source}(?=s?(?![\\p{L}\\p{N}]))`;
    });
  return new RegExp(sources.join('|'), 'gu');
}

/** Replaces what matches once folded; everything else stays as it is written. */
function replaceFolded(text: string, pattern: RegExp, replace: (form: string) => string): string {
  const characters = [...text];
  const starts: number[] = [];
  let plain = '';
  for (const [index, character] of characters.entries()) {
    const fold = folded(character);
    for (let i = 0; i < fold.length; i += 1) starts.push(index);
    plain += fold;
  }
  let result = '';
  let done = 0;
  for (const { 0: match, index } of plain.matchAll(pattern)) {
    const from = starts[index] ?? 0;
    const to = starts[index + match.length] ?? characters.length;
    result += characters.slice(done, from).join('') + replace(characters.slice(from, to).join(''));
    done = to;
  }
  return result + characters.slice(done).join('');
}
