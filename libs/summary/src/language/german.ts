import { stemmer } from '@orama/stemmers/german';
import { stopwords } from '@orama/stopwords/german';
import type { LanguagePack } from './language-pack.ts';

export const GERMAN: LanguagePack = {
  stem: stemmer,
  stopwords,
  preamble:
    /^(?:(?:also|ja|nein|doch|genau|stimmt|richtig|klar|sicher|gut|na ja|naja|ok|okay|hm+|ach|ah|eben|einverstanden|danke(?: \p{L}+)?|ehrlich gesagt|meiner meinung nach|außerdem|zudem|übrigens|guter punkt|gute frage|und zwar|und|aber)(?:\s*[,.;:!–—-]+\s*)+|(?:und zwar|und|aber|denn) (?!zwar)(?=\p{L})|(?:ich|wir) (?:glaube|denke|meine|finde),\s*)/iu,
  abbreviation:
    /(?:^|[\s(])(?:z\.\s?b|d\.\s?h|u\.\s?a|s|vgl|bzw|usw|etc|ca|abb|kap|nr|bd|hrsg|dr|prof|st|jh|ff|f|z|d|u|\d{1,2})\.\s*$/iu,
  clauseBreak:
    /\s*(?:;\s|:\s|\s[–—-]\s|,\s(?=(?:aber|sondern|und|weil|denn|obwohl|während|so ?dass|damit|wobei|wenn|falls|allerdings|etwa|zum Beispiel|doch|deshalb|gerade|auch|statt|als)\b))/gu,
  dependent: /^(?:dass|weil|ob|wenn|obwohl|damit|sodass|und|oder|aber|zwar)(?!\p{L})/iu,
  anaphora:
    /^(?:es|sie|er|das|dies|diese[rs]?|jene[rs]?|dann|dort|da|dabei|damit|deshalb|trotzdem|so|beide|wenig|dafür|daran)(?![\p{L}])(?! (?:gibt|ist ein|sind)\b)/iu,
  personal: /(?<!\p{L})(?:ich|mir|mich|meine?[nrsm]?|du|dir|dich|deine?[nrsm]?|wir|uns|unser\p{L}*)(?!\p{L})/iu,
  agreement:
    /^\W*(?:ja\b|genau|stimmt|richtig|einverstanden|ich stimme .{0,20}zu|das sehe ich auch so|guter punkt|eben\b|\+1)/iu,
  disagreement:
    /^\W*(?:nein|aber|trotzdem|das stimmt nicht|ich bin nicht (?:sicher|einverstanden)|ich (?:sehe|glaube|finde) das (?:anders|nicht)|doch\b|dagegen|im gegenteil|hm+\b|allerdings|einspruch|ich widerspreche)/iu,
  many: /(?<!\p{L})(?:alle sind sich|man (?:ist sich|einigt sich)|die (?:ganze )?(?:gruppe|klasse|runde)|die (?:meisten|teilnehmenden|lesenden)|(?:alle|viele|mehrere) (?:lesenden|teilnehmenden|beteiligten)|einig(?:keit)?|einstimmig|konsens|niemand (?:widerspricht|zweifelt))(?!\p{L})/iu,
  pleasantry:
    /^\W*(?:(?:vielen |herzlichen )?dank\b.{0,40}|danke\b.{0,40}|\+1|hallo\b.{0,20}|gut(?:er|e) (?:punkt|frage|idee)|ja|nein|genau|stimmt|richtig|das stimmt(?: nicht)?|einverstanden|ok(?:ay)?|hm+)\W*$/iu,
  fillers: new Set(
    'artikel autor autorin autoren abschnitt absatz aufsatz beispiel frage fragen leute menschen punkt seite stelle text art weise teil grund sache dinge argument meinung satz'.split(
      ' ',
    ),
  ),
  leads: { on: 'Zu „{term}“: ', against: 'Dagegen: ', open: 'Noch offen: ', answered: 'Beantwortet: ' },
};
