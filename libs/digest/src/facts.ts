/** What a digest is made from: what happened in a seminar after one position, with names. Nothing here is a decision yet. */
import type { AnnotationId, MemberId, Role, SeminarId } from '#seminar';

export interface SeminarFacts {
  seminar: { id: SeminarId; title: string };
  /** The digest takes in the positions after the first, up to the second. */
  since: number;
  until: number;
  /** When the last digest ended, ISO 8601; `undefined` for the first one. */
  sinceAt: string | undefined;
  members: readonly MemberFacts[];
  sections: readonly SectionFacts[];
  /** New contributions by anybody, oldest first. */
  news: readonly ContributionFacts[];
  /** Questions that nobody answered, of whatever time, oldest first. */
  openQuestions: readonly ContributionFacts[];
  /** What opens a thread whose passage went from the text with the news, oldest first. */
  orphans: readonly ContributionFacts[];
  /** Versions that were imported with the news, oldest first. */
  imports: readonly ImportFacts[];
  /** What is asked for and not long past, the earliest due first. */
  assignments: readonly AssignmentFacts[];
}

/** What the instructor asked for. */
export interface AssignmentFacts {
  /** The sections to be read, in their order; all where the whole article is. */
  sections: readonly { id: string; title: string }[];
  /** Where to read to; `undefined` for the whole article. */
  to: string | undefined;
  /** What each participant should write there at least. */
  contributions: number;
  /** ISO 8601. */
  due: string;
  /** What each has written there, of those who have written anything. */
  written: Readonly<Record<MemberId, number>>;
}

export interface ImportFacts {
  title: string;
  version: number;
}

export interface MemberFacts {
  member: MemberId;
  name: string;
  role: Role;
  /** Where in the log they joined. */
  joined: number;
  /** Contributions up to the end of the digest. */
  contributions: number;
  /** When they last and first wrote, ISO 8601. */
  first: string | undefined;
  last: string | undefined;
}

export interface SectionFacts {
  id: string;
  title: string;
  /** Length of its text. */
  characters: number;
  /** Contributions ever. */
  total: number;
  /** The newest summary, unless it is hidden. */
  summary: readonly { text: string; kind: string; cites: readonly { id: AnnotationId; author: MemberId }[] }[];
}

export interface ContributionFacts {
  id: AnnotationId;
  position: number;
  thread: AnnotationId;
  author: MemberId;
  /** Whom it answers. */
  answers: MemberId | undefined;
  section: string | undefined;
  passage: string;
  motivation: string;
  /** Markdown; empty for a highlight. */
  body: string;
  agreed: number;
  at: string;
}
