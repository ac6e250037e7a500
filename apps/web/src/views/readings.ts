/** What participants are asked to read in an article, and how far each has come with writing in it. */
import type { Article, BlockId } from '#article';
import {
  type AnnotationId,
  type AnnotationState,
  type ArticleId,
  type AskedReading,
  isWritten,
  type MemberId,
  type SeminarState,
} from '#seminar';
import { ABSTRACT, type Place } from './numbering.ts';

export interface ReadingView extends AskedReading {
  /** The section at whose end it is shown: the last one that should be read. */
  upTo: BlockId;
  /** Of every participant, in no order. */
  progress: readonly Progress[];
}

export interface Progress {
  member: MemberId;
  /** Contributions in what should be read. */
  written: number;
  enough: boolean;
}

/** Those of one article, the earliest day first. A section that is in the newest version no more stands for the whole. */
export function readingsOf(
  state: SeminarState,
  article: ArticleId,
  { sections }: Article,
  places: ReadonlyMap<BlockId, Place>,
): readonly ReadingView[] {
  const asked = [...state.readings.values()].filter((reading) => reading.article === article);
  const last = sections.at(-1);
  if (asked.length === 0 || !last) return [];
  const participants = [...state.roster].filter(([, role]) => role === 'participant').map(([member]) => member);
  const written = writtenIn(state, article, places);
  const views = asked.map((reading): ReadingView => {
    const end = sections.findIndex(({ id }) => id === reading.section);
    const asFar = new Set([ABSTRACT, ...sections.slice(0, end + 1).map(({ id }) => id)]);
    const counts = new Map<MemberId, number>();
    for (const { author, section } of written) {
      if (end < 0 || (section && asFar.has(section))) counts.set(author, (counts.get(author) ?? 0) + 1);
    }
    const progress = participants.map((member) => {
      const count = counts.get(member) ?? 0;
      return { member, written: count, enough: count >= reading.contributions };
    });
    return { ...reading, upTo: sections[end]?.id ?? last.id, progress };
  });
  return views.sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
}

/** Who wrote in which section of the article; a reply is where its thread is. */
function writtenIn(
  { annotations }: SeminarState,
  article: ArticleId,
  places: ReadonlyMap<BlockId, Place>,
): { author: MemberId; section: BlockId | undefined }[] {
  const sectionOf = (thread: AnnotationId) => passageOf(annotations.get(thread), article);
  return [...annotations.values()].flatMap(({ author, thread, deleted, motivation }) => {
    const block = deleted || !isWritten(motivation) ? undefined : sectionOf(thread);
    return block ? [{ author, section: places.get(block)?.section }] : [];
  });
}

function passageOf(opening: AnnotationState | undefined, article: ArticleId): BlockId | undefined {
  const target = opening?.target;
  return target?.kind === 'passage' && target.article === article ? target.anchors[0]?.block : undefined;
}

/** The same to look at. */
export const sameReadings = (a: readonly ReadingView[], b: readonly ReadingView[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** A moment as the native fields hold it, in the reader's own zone. */
export interface LocalMoment {
  /** `2026-12-04` */
  date: string;
  /** `18:00` */
  time: string;
}

export function localMoment(at: Date): LocalMoment {
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}

/** ISO 8601, UTC; `undefined` while a field is empty. */
export function instantOf({ date, time }: LocalMoment): string | undefined {
  const at = new Date(`${date}T${time}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
