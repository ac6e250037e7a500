/** Two letters to know a person by: of the first and the last name, or of the only one. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = (word: string | undefined) => [...(word ?? '')];
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const two = last ? [letters(first)[0], letters(last)[0]] : letters(first).slice(0, 2);
  return two.join('').toLocaleUpperCase() || '?';
}

/** How many colours there are for people. */
export const HUES = 6;

/** The colour of a member: always the same one, from their id. */
export function hueOf(member: string): number {
  let hash = 0;
  for (const character of member) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return (hash % HUES) + 1;
}
