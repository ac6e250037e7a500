import { stemmer } from '@orama/stemmers/spanish';
import { stopwords } from '@orama/stopwords/spanish';
import type { LanguagePack } from './language-pack.ts';

export const SPANISH: LanguagePack = {
  stem: stemmer,
  stopwords,
  preamble:
    /^(?:(?:bueno|bien|pues|sí|no|claro|vale|exacto|justo|cierto|es (?:verdad|cierto)|de acuerdo|gracias(?: \p{L}+)?|además|entonces|en mi opinión|por cierto|buena (?:idea|pregunta)|buen punto|y|pero|ah|oh)(?:\s*[,.;:!–—-]+\s*)+|¿?(?:y|pero|además|entonces|pues) (?=\p{L})|(?:yo )?(?:creo|pienso|opino|supongo|diría) que (?=\p{L})|me parece que (?=\p{L}))/iu,
  abbreviation: /(?:^|[\s(])(?:p\.\s?ej|etc|cf|vs|p|pp|pág|vol|núm|fig|cap|dr|dra|sr|sra|prof|ed|eds|aprox)\.\s*$/iu,
  clauseBreak:
    /\s*(?:;\s|:\s|\s[–—-]\s|,\s(?=(?:pero|y|así que|porque|aunque|mientras|sino|que|donde|cuando|ya que|como|según|incluso|o|si|ni|más)\b))/gu,
  dependent: /^(?:que|porque|si|aunque|cuando|donde|y|o|pero|para|de)(?!\p{L})/iu,
  anaphora:
    /^(?:eso|esto|ese|esa|este|esta|estos|estas|ellos|ellas|él|ella|lo|así|entonces|allí|ahí|ambos|justo|por eso|después|al principio)(?![\p{L}])/iu,
  personal: /(?<!\p{L})(?:yo|me|mi|mis|tú|te|tu|tus|nos|nuestr[oa]s?)(?!\p{L})/iu,
  agreement: /^\W*(?:sí\b|exacto|justo|cierto|es (?:verdad|cierto)|de acuerdo|estoy de acuerdo|claro|buen punto|\+1)/iu,
  disagreement:
    /^\W*(?:no\b|pero|sin embargo|no estoy (?:de acuerdo|segur[oa])|no (?:creo|me parece|lo veo)|al contrario|discrepo|hm+\b)/iu,
  many: /(?<!\p{L})(?:todos (?:coinciden|están)|todo el mundo|(?:la clase|el grupo|el seminario)|(?:los|muchos|varios) (?:lectores|participantes)|la mayoría|unánime\p{L}*|consenso|nadie (?:duda|discute))(?!\p{L})/iu,
  pleasantry:
    /^\W*(?:(?:muchas )?gracias\b.{0,40}|\+1|hola\b.{0,20}|buen(?:a)? (?:punto|pregunta|idea)|sí|no|justo|exacto|cierto|es (?:verdad|cierto)|(?:no )?estoy de acuerdo|de acuerdo|vale|claro)\W*$/iu,
  fillers: new Set(
    'artículo autor autora autores además alguien alguna alguno algunos antes aunque autor caso cierto cosas creo decir desde después dice dicen donde ejemplo entonces entre forma gente hacer hacia hasta incluso lugar manera mejor menos mientras mismo mucho mucha muchos nadie nunca parece párrafo parte personas podría porque pregunta primera primero puede pueden punto quizá sección según siempre sobre también tampoco tanto texto tiene tienen todavía todos verdad veces'.split(
      ' ',
    ),
  ),
  leads: { on: 'Sobre «{term}»: ', against: 'En contra: ', open: 'Sin respuesta: ', answered: 'Respuesta: ' },
};
