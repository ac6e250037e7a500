import { readFileSync } from 'node:fs';
import { v4, v7 } from 'uuid';
import { Assets } from '#importing';
import { openLog } from '#log';
import { createPool, readSettings } from '#platform';
import { CommandId, EVERYONE, MemberId, SeminarId } from '#seminar';
import { createTestDatabase } from '../../../../test/support/test-database.ts';
import { importFile } from './import-file.ts';

const file = (name: string) => readFileSync(new URL(`../../../../test/fixtures/articles/${name}`, import.meta.url));

it('publishes a file for the instructor, and a revision of it as the next version', async () => {
  const database = await createTestDatabase();
  const pool = createPool(database.url, 2, { name: 'catena test', onError: () => undefined });
  const log = await openLog(pool);
  try {
    const seminar = SeminarId.parse(v4());
    await log.seminars.handle(seminar, {
      type: 'seminar.open',
      data: { seminar, title: 'Margins' },
      id: CommandId.parse(v7()),
      by: MemberId.parse(v4()),
      at: new Date().toISOString(),
      audience: EVERYONE,
    });
    const read = readSettings({});
    if (!read.ok) throw new Error('The defaults');
    const bring = (name: string, article?: Awaited<ReturnType<typeof importFile>>['article']) =>
      importFile(pool, read.settings, { bytes: file(name), name, format: undefined, seminar, article });

    const first = await bring('made/pandoc.docx');
    expect(first).toMatchObject({ version: 1, title: 'The ferry that kept no timetable' });
    const second = await bring('manuscript.md', first.article);
    expect(second).toEqual({ ...first, version: 2 });

    const { contents } = await log.snapshots.newest({ seminar, audience: EVERYONE });
    const { original } = contents.documents.get(first.article)?.document ?? {};
    const kept = original && (await new Assets(pool).find(seminar, original.asset, 'all'));
    expect(kept?.bytes.equals(file('manuscript.md'))).toBe(true);
    await expect(bring('ferry.png')).rejects.toThrow('This is a picture, which can’t be read.');
  } finally {
    await log.close();
    await pool.end();
    await database.drop();
  }
});
