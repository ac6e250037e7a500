/**
 * Web pages carry the TeX of their formulas beside the signs. What prints such a page without knowing formulas prints both,
 * one behind the other: `L=n/NL = \\frac{n}{N}`.
 */

const SIGN = /\\[a-z]{2,}|=/i;
const FEWEST_LETTERS = 3;
const OTHER = /\\[a-z]+|[^\p{L}\p{Nd}]/giu;

/** The TeX behind the signs that it stands for, if that is what the text is. */
export function printedSource(text: string): string | undefined {
  if (!SIGN.test(text)) return undefined;
  const bare = text.replace(OTHER, '');
  const half = Math.floor(bare.length / 2);
  if (half < FEWEST_LETTERS || bare.slice(0, half) !== bare.slice(half)) return undefined;
  // The shortest end of the text that has the second half in it, with what stands in front of its first letter.
  for (let at = text.length - 1; at > 0; at--) {
    if (text.slice(at).replace(OTHER, '') === bare.slice(half)) return text.slice(at).trim();
  }
  return undefined;
}
