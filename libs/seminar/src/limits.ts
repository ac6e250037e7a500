/** Bounds on what a seminar takes. Each is a setting; these are the defaults (see docs/operating.md). */
export interface Limits {
  /** Characters (UTF-16 code units) in the body of an annotation. */
  bodyCharacters: number;
  /** Seconds within which a deletion can be taken back. */
  restoreSeconds: number;
  /** How deep replies may nest; 1 is an answer to the annotation itself. */
  replyDepth: number;
  /** Blocks that one passage may reach over. */
  anchors: number;
  tags: number;
  tagCharacters: number;
  /** Groups in a seminar. */
  groups: number;
  groupNameCharacters: number;
  /** Answers to choose from in a poll. */
  pollOptions: number;
  /** Characters in a poll, its question and all its answers. */
  pollCharacters: number;
  /** Characters in a seminar's title. */
  titleCharacters: number;
  /** Bytes of an article's document as JSON. */
  articleBytes: number;
  /** Characters in all sentences of a summary together. */
  summaryCharacters: number;
}

export const DEFAULT_LIMITS: Limits = {
  bodyCharacters: 20_000,
  restoreSeconds: 600,
  replyDepth: 1_000,
  anchors: 20,
  tags: 20,
  tagCharacters: 60,
  groups: 100,
  groupNameCharacters: 80,
  pollOptions: 8,
  pollCharacters: 1_000,
  titleCharacters: 300,
  articleBytes: 2 * 1024 * 1024,
  summaryCharacters: 5_000,
};
