/**
 * The few titles that tell a reader what a part of an article is, in the languages that most articles are written in.
 * Case, a number in front and punctuation behind don't count.
 */

const PARTS = ['abstract', 'keywords', 'notes', 'references', 'back', 'section'] as const;

/** What a part with a well-known title is. */
export type KnownPart = (typeof PARTS)[number];

const TITLES: Record<KnownPart, readonly string[]> = {
  abstract: [
    ...['abstract', 'summary', 'executive summary', 'zusammenfassung', 'kurzfassung', 'resumen', 'résumé', 'resumo'],
    ...['riassunto', 'sommario', 'samenvatting', 'resumé', 'sammendrag', 'sammanfattning', 'tiivistelmä'],
    ...['streszczenie', 'abstrakt', 'özet', 'аннотация', '摘要', '要旨', '초록'],
  ],
  keywords: [
    ...['keywords', 'key words', 'keywords and phrases', 'index terms', 'schlüsselwörter', 'schlagwörter'],
    ...['schlagworte', 'stichwörter', 'palabras clave', 'palabras claves', 'mots-clés', 'mots clés', 'mots clefs'],
    ...['palavras-chave', 'parole chiave', 'trefwoorden', 'sleutelwoorden', 'nøgleord', 'emneord', 'nyckelord'],
    ...['avainsanat', 'słowa kluczowe', 'anahtar kelimeler', 'ключевые слова', '关键词', 'キーワード'],
  ],
  notes: [
    ...['notes', 'footnotes', 'endnotes', 'anmerkungen', 'fußnoten', 'fussnoten', 'endnoten', 'notas', 'notas finales'],
    ...[
      'notas al pie',
      'note',
      'note finali',
      'noten',
      'noter',
      'fotnoter',
      'slutnoter',
      'notas de rodapé',
      'przypisy',
    ],
  ],
  references: [
    ...['references', 'bibliography', 'works cited', 'literature cited', 'literatur', 'quellen'],
    ...['literaturverzeichnis', 'quellenverzeichnis', 'bibliographie', 'referencias', 'bibliografía', 'obras citadas'],
    ...['références', 'bibliografia', 'riferimenti bibliografici', 'referências', 'literatuur', 'litteratur'],
    ...['referenser', 'lähteet', 'kaynakça', 'литература', '参考文献'],
  ],
  back: [
    ...['acknowledgements', 'acknowledgement', 'acknowledgments', 'acknowledgment', 'danksagung', 'agradecimientos'],
    ...['remerciements', 'ringraziamenti', 'agradecimentos', 'dankwoord', 'tak', 'takk', 'tack'],
    ...['author note', 'author notes', 'about the author', 'about the authors', 'note on contributor'],
    ...['note on contributors', 'notes on contributors', 'author biography', 'author biographies'],
    ...['zum autor', 'zur autorin', 'über den autor', 'über die autorin', 'sobre el autor', 'sobre la autora'],
    ...['funding', 'funding statement', 'financial support', 'author contributions', 'data availability'],
    ...['data availability statement', 'disclosure statement', 'competing interests', 'conflict of interest'],
    ...['conflicts of interest', 'declaration of interest', 'declaration of conflicting interests'],
    ...['supplementary material', 'orcid', 'interessenkonflikt', 'förderung', 'financiación', 'financement'],
    ...['cite this article', 'how to cite', 'how to cite this article', 'suggested citation', 'to cite this article'],
    ...['zitierhinweis', 'zitiervorschlag', 'cómo citar', 'cómo citar este artículo', 'pour citer cet article'],
  ],
  section: [
    ...['introduction', 'background', 'method', 'methods', 'materials and methods', 'results', 'discussion'],
    ...['conclusion', 'conclusions', 'concluding remarks', 'appendix', 'preface', 'prologue', 'epilogue'],
    ...['einleitung', 'einführung', 'methode', 'methoden', 'ergebnisse', 'diskussion', 'fazit', 'schluss', 'anhang'],
    ...['introducción', 'métodos', 'metodología', 'resultados', 'discusión', 'conclusión', 'conclusiones'],
    ...['méthode', 'méthodes', 'résultats', 'introduzione', 'metodo', 'risultati', 'discussione', 'conclusione'],
    ...['conclusioni', 'introdução', 'discussão', 'conclusão', 'inleiding', 'conclusie', 'indledning', 'konklusion'],
    ...['innledning', 'konklusjon', 'inledning', 'slutsats', 'johdanto', 'введение', 'заключение', '引言', '结论'],
  ],
};

const PART_BY_TITLE = new Map(PARTS.flatMap((part) => TITLES[part].map((title) => [title, part] as const)));

const LONGEST = Math.max(...Array.from(PART_BY_TITLE.keys(), ({ length }) => length));
const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]?\s+(?=\S)/u;
const SPACED_OUT = /^(?:\p{L}\s){3,}\p{L}$/u;
const RUN_IN = /^(.{2,40}?)\s*(?:[:.—–]\s+|[:—]\s*)(?=\S)/u;

/** The part that a title announces, if it is a well-known one: `1. Introduction`, `A B S T R A C T`, `Notes:`. */
export function knownPart(title: string): KnownPart | undefined {
  if (title.length > 2 * LONGEST) return undefined;
  const bare = SPACED_OUT.test(title) ? title.replace(/\s/gu, '') : title.replace(NUMBER, '');
  return PART_BY_TITLE.get(bare.replace(/[\s:—–]+$/u, '').toLowerCase());
}

/** A title at the head of its own text (`Keywords: peace; aid`) and what follows it; `undefined` if there is none. */
export function runInPart(text: string): { part: KnownPart; rest: string } | undefined {
  const match = RUN_IN.exec(text.slice(0, 3 * LONGEST));
  if (!match?.[1]) return undefined;
  const part = knownPart(match[1]);
  return part && { part, rest: text.slice(match[0].length) };
}
