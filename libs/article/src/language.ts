/** Words so frequent in one language, and so rare in the others here, that a few hundred words of text decide. */
const TELLING: Record<string, readonly string[]> = {
  en: ['the', 'and', 'of', 'that', 'this', 'with', 'which', 'from', 'by', 'are', 'have', 'their', 'not', 'been'],
  de: ['der', 'und', 'die', 'das', 'nicht', 'ist', 'mit', 'auch', 'von', 'eine', 'sich', 'auf', 'zu', 'werden'],
  fr: ['les', 'des', 'est', 'dans', 'une', 'qui', 'pour', 'pas', 'sur', 'ces', 'aux', 'avec', 'sont', 'cette'],
  es: ['el', 'los', 'las', 'del', 'una', 'por', 'con', 'para', 'como', 'más', 'pero', 'sus', 'es', 'y'],
  pt: ['os', 'uma', 'não', 'com', 'dos', 'das', 'mais', 'ao', 'são', 'pela', 'em', 'seu', 'também', 'e'],
  it: ['il', 'gli', 'della', 'che', 'non', 'di', 'sono', 'nel', 'una', 'alla', 'delle', 'più', 'anche', 'e'],
  nl: ['het', 'een', 'van', 'niet', 'zijn', 'voor', 'aan', 'ook', 'naar', 'wordt', 'maar', 'deze', 'uit', 'en'],
  da: ['og', 'ikke', 'af', 'til', 'der', 'som', 'det', 'på', 'med', 'blev', 'være', 'efter', 'også', 'hvor'],
  sv: ['och', 'inte', 'att', 'som', 'är', 'av', 'för', 'från', 'ett', 'med', 'också', 'till', 'den', 'på'],
};

const SAMPLE = 20_000;
const ENOUGH = 8;

/** The language of a text (BCP 47) by its commonest words, of those with Latin script; `undefined` when in doubt. */
export function guessLanguage(text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const word of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const ranked = Object.entries(TELLING)
    .map(([language, words]) => ({ language, hits: words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) }))
    .sort((a, b) => b.hits - a.hits);
  const [first, second] = ranked;
  if (!first || first.hits < ENOUGH || first.hits < 1.3 * (second?.hits ?? 0)) return undefined;
  return first.language;
}
