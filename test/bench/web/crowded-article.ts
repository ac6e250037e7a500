/** A long article in a room where many annotations were made on it. */
import { v4, v7 } from 'uuid';
import { makeAnchor } from '#anchoring';
import { type BlockId, passagesOf } from '#article';
import type { ImportAnswer } from '#protocol';
import { AnnotationId, ArticleId, CommandId, type RecordedEvent, type RoomCommand } from '#seminar';
import { Person, RoomConnection } from '../../support/protocol-client.ts';

const SECTIONS = 25;
const PARAGRAPHS = 6;
/** Words of one paragraph: 25 sections of 6 are 15,000 words. */
const WORDS = 100;
/** Commands under way at once. */
const AT_ONCE = 100;

const VOCABULARY =
  'margin reader passage whoever answers there writes company remark sentence beside page between two hands long after the ink has dried and still nobody knows why it was underlined or by whom'.split(
    ' ',
  );

export interface CrowdedRoom {
  address: string;
  reader: Person;
  connection: RoomConnection;
  /** Those made, in the order of the text. */
  annotations: readonly AnnotationId[];
  /** Answers the nth annotation; resolves when the server has it. */
  reply(n: number, body: string): Promise<void>;
  close(): void;
}

/** Brings the article and has so many annotations made on it, spread over all paragraphs or over so many of the first. */
export async function crowdedRoom(url: string, annotations: number, paragraphs?: number): Promise<CrowdedRoom> {
  const reader = new Person(url);
  const { seminar } = await reader.openSeminar('A long article', 'Ottilie Quill');
  const command = v7();
  const imported = await reader.json<ImportAnswer>('POST', `/api/seminars/${seminar}/articles`, {
    ...{ command, article: v4(), version: 1, source: longArticle(), format: 'markdown' },
  });
  const other = new Person(url);
  await other.join(await reader.invite(seminar), 'Reader Two');
  const connection = await new RoomConnection(other, seminar).ready();
  const article = ArticleId.parse(imported.article);
  const passages = (await paragraphsOf(reader, seminar)).slice(0, paragraphs);
  const made: AnnotationId[] = [];
  const send = (request: RoomCommand) => connection.command(request, CommandId.parse(v7()));
  for (let n = 0; n < annotations; n += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, annotations - n) }, (_, i) => {
      const annotation = AnnotationId.parse(v7());
      made.push(annotation);
      return send(comment(article, annotation, passages, n + i, annotations));
    });
    await Promise.all(some);
  }
  return {
    address: `${url}/s/${seminar}`,
    ...{ reader, connection, annotations: made },
    async reply(n, body) {
      const annotation = made[n];
      if (!annotation) throw new Error('There is no such annotation');
      const target = { kind: 'annotation' as const, annotation };
      await send({ type: 'annotation.reply', data: { annotation: AnnotationId.parse(v7()), target, body } });
    },
    close: () => connection.close(),
  };
}

function comment(
  article: ArticleId,
  annotation: AnnotationId,
  passages: readonly (readonly [BlockId, string])[],
  n: number,
  of: number,
): RoomCommand {
  const [block, text] = passages[Math.floor((n / of) * passages.length)] ?? [];
  if (!block || !text) throw new Error('The article has no paragraph there');
  const start = (n * 37) % (text.length - 60);
  return {
    type: 'annotation.create',
    data: {
      annotation,
      motivation: n % 5 === 0 ? 'questioning' : 'commenting',
      target: { kind: 'passage', article, version: 1, anchors: [makeAnchor(block, text, start, start + 40)] },
      body: `Remark ${n}: ${words(n, 24)}.`,
      tags: [],
    },
  };
}

function longArticle(): string {
  const sections = Array.from({ length: SECTIONS }, (_, s) => {
    const paragraphs = Array.from({ length: PARAGRAPHS }, (_, p) => `${words(s * PARAGRAPHS + p, WORDS)}.`);
    return `## Part ${s + 1}\n\n${paragraphs.join('\n\n')}`;
  });
  return `# A long article\n\n${sections.join('\n\n')}\n`;
}

/** So many words, other ones for another seed, the same for the same. */
function words(seed: number, count: number): string {
  const at = (i: number) => VOCABULARY[(seed * 7 + i * (3 + (seed % 5))) % VOCABULARY.length] ?? '';
  return Array.from({ length: count }, (_, i) => at(i)).join(' ');
}

async function paragraphsOf(person: Person, seminar: string): Promise<readonly (readonly [BlockId, string])[]> {
  const { events } = await person.json<{ events: RecordedEvent[] }>('GET', `/api/seminars/${seminar}/events`);
  for (const event of events) {
    if (event.type === 'article.imported') {
      return [...passagesOf(event.data.document)].filter(([, text]) => text.length > 200);
    }
  }
  throw new Error('The article is not in the log');
}
