/** A seminar with an article and many people in it, made through the protocol as anybody would. */

import { v4, v7 } from 'uuid';
import { makeAnchor } from '#anchoring';
import { BlockId } from '#article';
import type { ImportAnswer } from '#protocol';
import { type AnnotationId, ArticleId, type RecordedEvent, type RoomCommand, type SeminarId } from '#seminar';
import { Person, RoomConnection } from './protocol-client.ts';

const PARAGRAPH = 'A margin is a place to answer back, and whoever answers there answers in company.';
const ARTICLE = `# On margins\n\n## Company\n\n${PARAGRAPH}\n\nWhat is said there stays beside what it is about.\n`;

export interface ClassRoom {
  seminar: SeminarId;
  instructor: Person;
  people: Person[];
  /** A comment on a passage of the article, some 400 bytes as an event. */
  comment(annotation: AnnotationId, body?: string): RoomCommand;
}

/** Opens a seminar at this server, imports a short article and lets so many people join. */
export async function openClassRoom(url: string, size: number): Promise<ClassRoom> {
  const instructor = new Person(url);
  const { seminar } = await instructor.openSeminar('Margins', 'Ottilie Quill');
  const imported = await instructor.json<ImportAnswer>('POST', `/api/seminars/${seminar}/articles`, {
    command: v7(),
    article: v4(),
    version: 1,
    source: ARTICLE,
    format: 'markdown',
  });
  const token = await instructor.invite(seminar);
  const people = [instructor];
  while (people.length < size) {
    const few = Array.from({ length: Math.min(20, size - people.length) }, async (_, n) => {
      const person = new Person(url);
      await person.join(token, `Reader ${people.length + n}`);
      return person;
    });
    people.push(...(await Promise.all(few)));
  }
  const article = ArticleId.parse(imported.article);
  const block = await paragraphOf(instructor, seminar);
  return {
    seminar,
    instructor,
    people,
    comment: (annotation, body = 'If margins are company, what is an empty one? He seems to need both.') => ({
      type: 'annotation.create',
      data: {
        annotation,
        motivation: 'commenting',
        target: { kind: 'passage', article, version: 1, anchors: [makeAnchor(block, PARAGRAPH, 2, 34)] },
        body,
        tags: [],
      },
    }),
  };
}

/** Connects everybody to the room, and waits until all are in. */
export function enter(
  { people, seminar }: ClassRoom,
  onEvents?: (events: RecordedEvent[]) => void,
): Promise<RoomConnection[]> {
  return Promise.all(people.map((person) => new RoomConnection(person, seminar, onEvents).ready()));
}

async function paragraphOf(person: Person, seminar: SeminarId): Promise<BlockId> {
  const { events } = await person.json<{ events: RecordedEvent[] }>('GET', `/api/seminars/${seminar}/events`);
  for (const event of events) {
    if (event.type !== 'article.imported') continue;
    for (const { blocks } of event.data.document.sections) {
      for (const { id, text } of blocks) if (text === PARAGRAPH) return BlockId.parse(id);
    }
  }
  throw new Error('The paragraph is not in the article that was imported');
}
