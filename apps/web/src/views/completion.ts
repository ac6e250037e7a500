/** What is being typed after an @, and who may be meant. */

export interface Asked {
  /** Where the @ stands. */
  at: number;
  /** What was typed behind it. */
  query: string;
}

/** A name begins after an @ that begins a word, and may be of three words. */
const NAME = /(?:^|[\s([])@((?:[\p{L}\p{N}.'’-]+ ?){0,3})$/u;

/** The name that is being typed before the caret, if one is. */
export function nameAsked(text: string, caret: number): Asked | undefined {
  const [, query] = NAME.exec(text.slice(0, caret)) ?? [];
  return query === undefined ? undefined : { at: caret - query.length - 1, query };
}

/** How many are offered. */
const MOST = 6;

/** Those that fit: that begin so first, then those with a word that begins so. */
export function fitting(query: string, options: readonly string[], most = MOST): readonly string[] {
  const wanted = query.trim().toLocaleLowerCase();
  const rank = (option: string) => {
    const low = option.toLocaleLowerCase();
    if (low.startsWith(wanted)) return 0;
    return low.split(/\s+/u).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter((it) => it.rank < 2)
    .sort((a, b) => a.rank - b.rank || a.option.localeCompare(b.option))
    .slice(0, most)
    .map(({ option }) => option);
}
