import type { Language } from '../language/language.ts';
import { packOf } from '../language/language.ts';

const segmenters = new Map<Language, Intl.Segmenter>();
const segmenterOf = (language: Language): Intl.Segmenter => {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, known);
  return known;
};

/** A new sentence begins with a capital, a letter that knows none, a digit or an opening mark; anything else goes on with the last. */
const BEGINS = /^[\p{Lu}\p{Lt}\p{Lo}\p{Nd}\p{Pi}\p{Ps}"'¿¡§+]/u;

/** The sentences of a paragraph (UAX #29), mended where an abbreviation or a quotation misled the standard. */
export function splitSentences(paragraph: string, language: Language): string[] {
  const { abbreviation } = packOf(language);
  const hasCapitals = /\p{Lu}/u.test(paragraph);
  const sentences: string[] = [];
  for (const segment of hasCapitals ? segmentsOf(paragraph, language) : stopsIn(paragraph)) {
    const last = sentences.at(-1);
    if (last !== undefined && (abbreviation.test(last) || (hasCapitals && !BEGINS.test(segment)))) {
      sentences[sentences.length - 1] = last + segment;
    } else {
      sentences.push(segment);
    }
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

const segmentsOf = (paragraph: string, language: Language): string[] =>
  [...segmenterOf(language).segment(paragraph)].map(({ segment }) => segment);

/** Who writes without capitals ends sentences all the same. */
const stopsIn = (paragraph: string): string[] => paragraph.split(/(?<=[.!?…。！？]["'”’»)]?\s)|(?<=[。！？])/u);
