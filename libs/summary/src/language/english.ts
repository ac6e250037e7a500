import { stemmer } from '@orama/stemmers/english';
import { stopwords } from '@orama/stopwords/english';
import type { LanguagePack } from './language-pack.ts';

export const ENGLISH: LanguagePack = {
  stem: stemmer,
  stopwords,
  preamble:
    /^(?:(?:well|so|ok|okay|hm+|ah|oh|ha|yes|yeah|yep|no|nope|sure|right|exactly|true|fair enough|agreed?|fine|and|but|also|then|still|besides|moreover|furthermore|in addition|honestly|actually|personally|to be fair|in fact|of course|good (?:point|question)|great (?:point|question)|thanks(?: \w+)?|that said|for me|in my (?:view|opinion|experience)|(?:i|we) (?:completely |totally |fully )?(?:agree|disagree)(?: with \w+)?(?: that| here)?)(?:\s*[,.;:!–—-]+\s*|\s+(?=and\b|but\b|so\b|then\b))+|(?:and|but|so|also|then) (?=\p{L})|(?:i|we) (?:really |still |also |just |rather )*(?:think|believe|guess|suppose|feel|find|agree(?= that)|would say|would argue|am not sure,? but)(?: that)? (?=\p{L}|['"“‘])|(?:maybe|perhaps),? (?=\p{L}))/iu,
  abbreviation:
    /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|etc|al|p|pp|vol|no|fig|eq|ch|sec|dr|mr|mrs|ms|prof|st|approx|ca|c|ed|eds)\.\s*$/iu,
  clauseBreak:
    /\s*(?:;\s|:\s|\s[–—-]\s|,\s(?=(?:but|and|so|which|who|whose|because|although|though|while|whereas|since|as|where|unless|even|not|or|until|when|if|just|including|especially|up to|like)\b))/gu,
  dependent: /^(?:that|because|which|who|whose|whether|if|although|so|and|or|but|to|as)\b/iu,
  anaphora:
    /^(?:it|they|he|she|this|that|these|those|its|their|then|there|here|so|one|both|neither|which|not)\b(?! (?:is|are|was|were) (?:a|an|no|some|any)\b)/iu,
  personal: /(?<![\p{L}’'])(?:I|I[’']ve|I[’']d|I[’']m|my|me|you|your|we|our|us)(?![\p{L}])/u,
  agreement:
    /^\W*(?:yes|yeah|yep|exactly|agreed?|i (?:fully |completely |totally )?agree|good point|right|true|indeed|same here|\+1|absolutely|fair)\b/iu,
  disagreement:
    /^\W*(?:no\b(?! one)|but\b|however|i (?:strongly |really )?disagree|i(?:'m| am) not (?:so )?sure|i don[’']?t (?:think|agree|see|buy)|not (?:really|quite|convinced)|hm+\b|on the contrary|actually\b|is (?:it|that) really)/iu,
  many: /\b(?:everyone|everybody|(?:the|whole|entire) (?:class|group|seminar)|most (?:readers|participants|people)|(?:all|many|several|the) (?:readers|participants|students)|(?:they|we) (?:all )?agree|consensus|unanimous(?:ly)?|nobody (?:disagrees|objects|doubts))\b/iu,
  pleasantry:
    /^\W*(?:(?:many |great )?thanks?\b.{0,40}|thank you.{0,40}|\+1|lol|ha(?:ha)*|hi\b.{0,20}|hello\b.{0,20}|(?:good|great|nice|excellent|interesting|fair) (?:point|question|idea|catch|find|one|work|detective work|read)s?|(?:i )?(?:(?:fully|completely|totally) )?(?:dis)?agreed?(?: with \w+)?|same here|me too|got it(?: now)?.{0,20}|i was wondering the same|yes|no|right|exactly|true|ok(?:ay)?|hm+|welcome.{0,20})\W*$/iu,
  fillers: new Set(
    'about again also always another anybody anyone anything argue argues argument article author authors because become becomes before being better between cannot claim claims could doesn’t don’t every everybody everyone everything example exactly first found general given gives going great happen isn’t itself kind later least makes maybe means might never nobody nothing often other others paper paragraph people perhaps point points question questions quite rather really reading right says second section seems should since somebody someone something sometimes still sure taken takes text thing things think thinks third though three seven eight eleven twelve hundred thousand times true under using whether which whole without wonder would wouldn’t write writes wrong years'.split(
      ' ',
    ),
  ),
  leads: { on: 'On ‘{term}’: ', against: 'Against that: ', open: 'Still open: ', answered: 'Answered: ' },
};
