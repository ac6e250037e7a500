import { v4 } from 'uuid';
import { AssignmentId, EVERYONE, type Intent } from '#seminar';
import { aLog, annotationId, command, comment, type TestLog } from '../../../log/src/testing/a-log.ts';
import { document, passage } from '../../../seminar/src/testing/a-seminar.ts';
import { Projector } from '../projector.ts';
import { Rebuilder } from '../rebuilder.ts';
import { discussion } from './projection.ts';

let test: TestLog;
beforeEach(async () => {
  test = await aLog();
});
afterEach(() => test.close());

async function underWay() {
  const log = await test.gateway();
  const projector = new Projector(log.pool, log.store);
  const seminar = await test.open(log);
  const rows = async () => {
    await projector.project(discussion, seminar);
    const { rows } = await log.pool.query('SELECT * FROM discussion_assignment WHERE seminar_id = $1', [seminar]);
    return rows;
  };
  const act = async (intent: Intent) => {
    const outcome = await log.seminars.handle(seminar, command(test.ada, intent));
    expect(outcome).toMatchObject({ ok: true });
    const { state } = await log.snapshots.newest({ seminar, audience: EVERYONE });
    return String(state.position);
  };
  return { act, rows, rebuild: () => new Rebuilder(log.pool, log.store).rebuild(discussion, seminar) };
}

const assignment = AssignmentId.parse(v4());
const { article } = passage;
const section = document.sections[0]?.id;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const ask = (changes: object = {}): Intent => ({
  type: 'reading.assign',
  data: { assignment, article, contributions: 2, due: inDays(3), ...changes },
});

describe('what participants are asked to read', () => {
  it('stands there with when it was asked, and as it was asked last', async () => {
    const { act, rows } = await underWay();
    const [due, later] = [inDays(3), inDays(5)];
    const position = await act(ask({ due }));
    expect(await rows()).toMatchObject([
      {
        ...{ assignment_id: assignment, article_id: article, section_id: null, contributions: 2 },
        ...{ due_at: new Date(due), assigned_position: position, assigned_at: expect.any(Date) },
      },
    ]);
    const changed = await act(ask({ due: later, contributions: 3, section }));
    expect(await rows()).toMatchObject([
      { section_id: section, contributions: 3, due_at: new Date(later), assigned_position: changed },
    ]);
  });

  it('is gone once it is withdrawn', async () => {
    const { act, rows } = await underWay();
    const other = AssignmentId.parse(v4());
    await act(ask());
    await act(ask({ assignment: other }));
    await act({ type: 'reading.withdraw', data: { assignment } });
    expect(await rows()).toMatchObject([{ assignment_id: other }]);
  });

  it('is the same when it is folded anew', async () => {
    const { act, rows, rebuild } = await underWay();
    await act(ask({ section }));
    const before = await rows();
    await rebuild();
    expect(await rows()).toEqual(before);
    expect(before).toHaveLength(1);
  });
});

describe('what was said', () => {
  it('counts for a person what was said, and no highlight', async () => {
    const log = await test.gateway();
    const seminar = await test.open(log);
    const { data, ...intent } = comment();
    const say = (changes: object) =>
      log.seminars.handle(seminar, command(test.ada, { ...intent, data: { ...data, ...changes } } as Intent));
    await say({});
    await say({ annotation: annotationId(), motivation: 'questioning' });
    await say({ annotation: annotationId(), motivation: 'highlighting', body: '' });
    await new Projector(log.pool, log.store).project(discussion, seminar);
    const { rows } = await log.pool.query(
      'SELECT contributions, total FROM discussion_member JOIN discussion_section USING (seminar_id) WHERE seminar_id = $1 AND total > 0',
      [seminar],
    );
    expect(rows).toEqual([{ contributions: 2, total: 3 }]);
  });
});
