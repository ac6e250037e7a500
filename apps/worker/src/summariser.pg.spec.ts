import { Writable } from 'node:stream';
import pg from 'pg';
import { pino } from 'pino';
import { v4 } from 'uuid';
import { People } from '#people';
import { readAppSettings } from '#platform';
import { SeminarId } from '#seminar';
import type { SectionThread } from '#summary';
import { type ChatServer, chatServer } from '../../../test/support/chat-server.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { summariser } from './summariser.ts';

let database: TestDatabase;
let pool: pg.Pool;
let server: ChatServer;
beforeEach(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  server = await chatServer();
});
afterEach(async () => {
  await server.close();
  await pool.end();
  await database.drop();
});

async function aSection() {
  const people = new People(pool);
  const seminar = SeminarId.parse(v4());
  const [ada, ben] = await Promise.all(
    ['Ada Quillfeather', 'Ben Penwick'].map((name) => people.becomeMember(seminar, People.newId(), name)),
  );
  if (!ada || !ben) throw new Error('Two members were made');
  const thread: SectionThread = {
    block: 'b',
    passage: 'A margin keeps the question beside the sentence.',
    posts: [
      { id: v4(), author: ada, text: 'A margin keeps the question beside the sentence that raised it.' },
      { id: v4(), author: ben, text: 'But Quillfeather forgets that a margin is narrow.' },
      { id: v4(), author: ada, text: 'Who has ever counted how many questions a margin holds?' },
    ],
  };
  const logged: string[] = [];
  const into = new Writable({
    write(line, _, done) {
      logged.push(String(line));
      done();
    },
  });
  const summarise = (env: Record<string, string>) => {
    const read = readAppSettings({ DATABASE_URL: database.url, ...env });
    if (!read.ok) throw new Error(read.problems.join('\n'));
    return summariser(read.settings, people, pino({ level: 'warn' }, into))([thread], seminar);
  };
  return { summarise, logged, members: [ada, ben] };
}

it('asks the model where there is one, and tells it no name', async () => {
  const { summarise, logged, members } = await aSection();
  const summary = await summarise({ SUMMARY_MODEL_URL: server.url, SUMMARY_MODEL: 'tiny' });
  expect(summary?.maker).toBe('model');
  expect(summary?.sentences.map(({ text }) => text)).toContain('But Ada Quillfeather forgets that a margin is narrow.');
  expect(server.received).toHaveLength(2);
  for (const body of server.received) {
    expect(body).not.toMatch(/quillfeather|penwick|\b(?:ada|ben)\b/iu);
    for (const member of members) expect(body).not.toContain(member);
  }
  expect(logged).toEqual([]);
});

it('makes an extract where there is none', async () => {
  const { summarise } = await aSection();
  expect(await summarise({})).toMatchObject({ maker: 'extract' });
  expect(server.received).toHaveLength(0);
});

it('makes an extract where the model fails, and logs why without a word of what was said', async () => {
  const { summarise, logged } = await aSection();
  server.behave((_, response) => void response.writeHead(401).end());
  expect(await summarise({ SUMMARY_MODEL_URL: server.url })).toEqual(await summarise({}));
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain('it answered 401');
  expect(logged[0]).not.toContain('margin');
});
