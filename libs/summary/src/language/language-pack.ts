/** What the summariser must know of a language. Everything else it learns from the discussion. */
export interface LanguagePack {
  /** The word without its ending, by the Snowball algorithm of the language. */
  stem(word: string): string;
  /** The commonest words, which say nothing of the subject. */
  stopwords: readonly string[];
  /** What a sentence may lose from its beginning and say the same: 'Well,', 'I think that'. Anchored at the start. */
  preamble: RegExp;
  /** A full stop after these does not end a sentence. Anchored at the end. */
  abbreviation: RegExp;
  /** Where a sentence may end early and stay true: before a clause that only adds to it. */
  clauseBreak: RegExp;
  /** Opens a clause that is no sentence by itself: 'that', 'because'. Anchored at the start. */
  dependent: RegExp;
  /** Opens a sentence that needs the one before it to be understood: 'They', 'That'. Anchored at the start. */
  anaphora: RegExp;
  /** Speaks of its author or to a reader, not of the subject: 'I', 'your'. */
  personal: RegExp;
  /** How somebody opens a reply who shares what it answers, or disputes it. */
  agreement: RegExp;
  disagreement: RegExp;
  /** Speaks for more than one person: 'everybody', 'the class agrees'. */
  many: RegExp;
  /** What is said to a person, not to the subject: thanks, greetings. Matches a whole sentence. */
  pleasantry: RegExp;
  /** Words that everybody uses of any text, so that none of them is a subject. */
  fillers: ReadonlySet<string>;
  /** What is put before a sentence to say how it stands to the others; `{term}` is what the issue is about. */
  leads: Readonly<Record<Lead, string>>;
}

export type Lead = 'on' | 'against' | 'open' | 'answered';
