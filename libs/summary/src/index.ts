export { type Language, languageOf } from './language/language.ts';
export { type Bounds, bounded } from './model/bounds.ts';
export { type Ask, chatCompletions, type ModelAddress, ModelFailure } from './model/chat-completions.ts';
export type { Person } from './model/pseudonyms.ts';
export { type ModelLimits, summariseByModel } from './model/summarise-by-model.ts';
export type { Post, SummarySentence } from './post.ts';
export { termOf } from './section/term.ts';
export { paragraphsOf } from './sentences/prose.ts';
export { stemsOf } from './sentences/sentence.ts';
export { splitSentences } from './sentences/split.ts';
export {
  type SectionLimits,
  type SectionSentence,
  type SectionSummary,
  type SectionThread,
  type SentenceKind,
  summariseSection,
} from './summarise-section.ts';
export { summariseThread, type Thread } from './summarise-thread.ts';
export { lexRank } from './weigh/lex-rank.ts';
