import { stemmer } from '@orama/stemmers/french';
import { stopwords } from '@orama/stopwords/french';
import type { LanguagePack } from './language-pack.ts';

export const FRENCH: LanguagePack = {
  stem: stemmer,
  stopwords,
  preamble:
    /^(?:(?:bon|ben|bien|alors|donc|oui|non|si|d[’']accord|exactement|exact|c[’']est (?:juste|vrai)|en effet|merci(?: \p{L}+)?|de plus|en outre|à mon avis|pour moi|par ailleurs|d[’']ailleurs|bonne (?:idée|question)|et|mais|ah|oh)(?:\s*[,.;:!–—-]+\s*)+|(?:et|mais|donc|alors|or) (?=\p{L})|(?:je|nous) (?:pense|crois|trouve|dirais|suppose|pensons|croyons) qu(?:e |[’'])(?=\p{L})|il me semble qu(?:e |[’'])(?=\p{L}))/iu,
  abbreviation: /(?:^|[\s(])(?:p\.\s?ex|etc|cf|vs|p|pp|vol|n|fig|chap|dr|m|mm|mme|mlle|prof|éd|env|st)\.\s*$/iu,
  clauseBreak:
    /\s*(?:\s;\s|\s:\s|;\s|:\s|\s[–—-]\s|,\s(?=(?:mais|et|car|parce que|alors que|tandis que|puisque|bien que|donc|qui|dont|où|comme|surtout|ou|ni|même|si|pas|c[’']est)(?=\s|[’'])))/gu,
  dependent: /^(?:qu(?:e|i)?|parce|puisque|si|dont|et|ou|mais|où|pour|de)(?![\p{L}])/iu,
  anaphora:
    /^(?:cela|ça|ceci|ce|c[’']est|il|elle|ils|elles|celui|celle|alors|ainsi|là|y|tous deux|plutôt|là-dessus)(?![\p{L}])(?! (?:faut|y a)\b)/iu,
  personal:
    /(?<!\p{L})(?:je|j[’']|me|m[’']|moi|mon|ma|mes|tu|te|toi|ton|ta|tes|vous|votre|vos|nous|notre|nos)(?!\p{L})/iu,
  agreement:
    /^\W*(?:oui\b|exactement|exact|c[’']est (?:juste|vrai)|d[’']accord|je suis d[’']accord|en effet|tout à fait|bien vu|\+1|là-dessus je (?:vous|te) suis)/iu,
  disagreement:
    /^\W*(?:non\b|mais|cependant|pourtant|je ne suis pas (?:d[’']accord|sûre?|convaincue?)|je ne (?:pense|crois) pas|au contraire|pas (?:vraiment|du tout)|hm+\b|plutôt)/iu,
  many: /(?<!\p{L})(?:tous s[’']accordent|tout le monde|(?:la classe|le groupe|le séminaire)|(?:tous|plusieurs|beaucoup|la plupart) (?:les |des )?(?:lecteurs|participants)|unanim\p{L}*|consensus|personne ne (?:conteste|doute))(?!\p{L})/iu,
  pleasantry:
    /^\W*(?:merci\b.{0,40}|\+1|bonjour\b.{0,20}|salut\b.{0,20}|bonne (?:idée|question|remarque)|bien vu|oui|non|exact(?:ement)?|d[’']accord|c[’']est (?:juste|vrai)|je (?:ne )?suis (?:pas )?d[’']accord)\W*$/iu,
  fillers: new Set(
    'article auteur auteurs autrice ainsi alors aussi autre autres avant beaucoup cette chaque chose choses comme comment contre depuis donc encore entre exemple faire faudrait façon gens jamais leurs mieux moins montre même parce paragraphe partie passage pense personne personnes peut peuvent phrase plus plusieurs plutôt point pourquoi pourrait presque propre quand question questions quelque quelques rien section selon seulement simple surtout texte toujours toutes trouve vraiment'.split(
      ' ',
    ),
  ),
  leads: { on: 'Sur « {term} » : ', against: 'Contre cela : ', open: 'Sans réponse : ', answered: 'Réponse : ' },
};
