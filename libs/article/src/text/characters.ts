/** Characters that typesetting makes of others. */

const LIGATURES: Record<string, string> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };

/** Ligatures as their letters, every hyphen as `-`, and nothing that shows nowhere. */
export const untypeset = (text: string): string => (PLAIN.test(text) ? text : letters(text));

/** Most of what is printed has none of these. */
const PLAIN = /^[ -~]*$/;

const letters = (text: string): string =>
  text
    .replace(/[ﬀ-ﬆ]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(/[\u2010\u2011]|\u00AD\s*$/g, '-')
    // Soft hyphens, zero-width spaces and control characters show nowhere and would only spoil a search.
    .replace(/[\u00AD\u200B\u2060\uFEFF]|\p{Cc}/gu, '');
