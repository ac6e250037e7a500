import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { v4, v7 } from 'uuid';
import { makeAnchor } from '#anchoring';
import { BlockId } from '#article';
import { type Log, openLog } from '#log';
import { createPool } from '#platform';
import { CommandRequest } from '#protocol';
import { ArticleId, CommandId, EVERYONE, type Intent, MemberId, SeminarId } from '#seminar';
import type { Contender, Load } from './load.ts';

/** Connections of those who use one for each write: more make nothing faster on two processors. */
const CONNECTIONS = 32;
/** As a gateway has by default. */
const OUR_CONNECTIONS = 10;

/** Our whole write path, behind the socket. With several gateways, writers go to them in turn. */
export async function catena(databaseUrl: string, gateways = 1): Promise<Contender & { logs: Log[] }> {
  const opened = await Promise.all(
    Array.from({ length: gateways }, async () => {
      const pool = createPool(databaseUrl, OUR_CONNECTIONS);
      return { pool, log: await openLog(pool, {}, (error) => console.error(error)) };
    }),
  );
  const logs = opened.map(({ log }) => log);
  return {
    name: 'catena',
    logs,
    async write(request, writer) {
      const command = CommandRequest.parse(request);
      const { seminars } = logs[writer % logs.length] ?? logs[0] ?? nobody();
      const outcome = await seminars.handle(command.seminar, { ...command, by: MEMBER, at: new Date().toISOString() });
      if (!outcome.ok) throw new Error(outcome.error.message);
    },
    async close() {
      for (const { log, pool } of opened) {
        await log.close();
        await pool.end();
      }
    },
  };
}

/** The raw limit: the same bytes by one prepared INSERT each, into a table with one index. Nothing is decided or chained. */
export async function bareInsert(databaseUrl: string): Promise<Contender> {
  const pool = createPool(databaseUrl, CONNECTIONS);
  await pool.query(`CREATE TABLE IF NOT EXISTS bare_event (
    id uuid PRIMARY KEY, seminar_id uuid NOT NULL, audience text NOT NULL, type text NOT NULL, version smallint NOT NULL,
    at timestamptz NOT NULL, member_id uuid NOT NULL, data jsonb NOT NULL, personal jsonb)`);
  return {
    name: 'a prepared INSERT each',
    async write(request) {
      const { id, seminar, audience, type, personal, ...data } = asEvent(request);
      await pool.query({
        name: 'bare-insert',
        text: 'INSERT INTO bare_event VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8)',
        values: [
          id,
          seminar,
          audience,
          type,
          new Date().toISOString(),
          MEMBER,
          JSON.stringify(data.data),
          JSON.stringify(personal),
        ],
      });
    },
    close: () => pool.end(),
  };
}

/**
 * Emmett's store for Postgres. A stream for each writer of a seminar, since two appends to one stream fail for each other; that
 * is easier than what we do.
 */
export async function emmett(databaseUrl: string): Promise<Contender> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  pool.on('error', () => undefined);
  const store = getPostgreSQLEventStore(databaseUrl, { connectionOptions: { pool } });
  await store.schema.migrate();
  return {
    name: 'emmett-postgresql',
    async write(request, writer) {
      const { id, seminar, audience, type, personal, data } = asEvent(request);
      await store.appendToStream(`${seminar}-${audience}-${writer}`, [
        { type, data: { ...data, ...personal }, metadata: { command: id, by: MEMBER, at: new Date().toISOString() } },
      ]);
    },
    async close() {
      await store.close();
      await pool.end();
    },
  };
}

const MEMBER = MemberId.parse('00000000-0000-4000-8000-000000000011');
const PARAGRAPH = 'A margin is a place to answer back, and whoever answers there answers in company.';
const BLOCK = BlockId.parse('p-1');
const ARTICLE = ArticleId.parse('00000000-0000-4000-8000-000000000002');

/** Opens so many seminars with a short article. */
export async function openSeminars({ seminars }: Log, count: number, language?: string): Promise<Load> {
  const ids = await Promise.all(
    Array.from({ length: count }, async () => {
      const seminar = SeminarId.parse(v4());
      const handle = (intent: Intent) =>
        seminars.handle(seminar, {
          ...intent,
          id: CommandId.parse(v7()),
          by: MEMBER,
          at: new Date().toISOString(),
          audience: EVERYONE,
        });
      await handle({ type: 'seminar.open', data: { seminar, title: 'Margins' } });
      await handle({
        type: 'article.import',
        data: { article: ARTICLE, version: 1, document: { ...document, ...(language && { language }) } },
      });
      return seminar;
    }),
  );
  const target = {
    kind: 'passage',
    article: ARTICLE,
    version: 1,
    anchors: [makeAnchor(BLOCK, PARAGRAPH, 2, 34)],
  } as const;
  return { seminars: ids, member: MEMBER, passage: { ...target, anchors: [...target.anchors] } };
}

const document = {
  title: 'On margins',
  authors: [],
  abstract: [],
  keywords: [],
  sections: [
    {
      id: BlockId.parse('s-1'),
      title: 'Company',
      level: 1,
      blocks: [{ type: 'paragraph' as const, id: BLOCK, text: PARAGRAPH, marks: [], notes: [] }],
    },
  ],
  notes: [],
  back: [],
};

/** The command as the event that it becomes, for those who decide nothing. */
function asEvent(request: unknown) {
  const { data, id, seminar, audience } = CommandRequest.parse(request);
  if (!('body' in data)) return nobody();
  const { body, ...rest } = data;
  return { id, seminar, audience, type: 'annotation.created', data: rest, personal: { body } };
}

function nobody(): never {
  throw new Error('There is nobody to write this');
}
