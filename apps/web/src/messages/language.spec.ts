import { languageFor, localeOf } from './language.ts';

describe('the language of the interface', () => {
  it.each([
    ['de', ['fr-CA'], 'de'],
    [undefined, ['nl', 'fr-CA', 'en'], 'fr'],
    ['kl', ['ES-mx'], 'es'],
    [undefined, ['nl', 'toString'], 'en'],
    [undefined, [], 'en'],
  ])('is, when %p was chosen and the browser asks for %p: %s', (chosen, preferred, language) =>
    expect(languageFor(chosen, preferred)).toBe(language),
  );

  it.each([
    ['en', ['de-AT', 'en-IE'], 'en-IE'],
    ['en', ['de-AT'], 'en-GB'],
    ['de', ['de-AT'], 'de-AT'],
  ] as const)('writes %s for a browser of %p as in %s', (language, preferred, locale) =>
    expect(localeOf(language, preferred)).toBe(locale),
  );
});
