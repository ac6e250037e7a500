import fc from 'fast-check';
import { v4, v7 } from 'uuid';
import { BlockId } from '#article';
import { AnnotationId, ArticleId, CommandId, EVERYONE, type Event, MemberId, SeminarId, toSnapshot } from '#seminar';
import { FakeRoom } from './fake-room.ts';
import { Replayer } from './replayer.ts';

const seminar = SeminarId.parse(v7());
const me = MemberId.parse(v7());
const article = ArticleId.parse(v4());
const block = BlockId.parse('p1');
const text = 'What is said beside a passage stays beside it.';

/** A log with so many annotations, how it stood at each position, and how often anything was asked for. */
function past(annotations: number) {
  const room = new FakeRoom(seminar);
  const stood = [toSnapshot(room.folded(EVERYONE))];
  const happens = (event: Event) => {
    room.append(EVERYONE, me, CommandId.parse(v7()), [event]);
    stood.push(toSnapshot(room.folded(EVERYONE)));
  };
  happens({ type: 'seminar.opened', version: 1, data: { seminar, title: 'Margins' }, personal: null });
  happens({ type: 'member.joined', version: 1, data: { member: me, role: 'instructor' }, personal: null });
  const paragraph = { type: 'paragraph' as const, id: block, text, marks: [], notes: [] };
  const document = {
    ...{ title: 'On margins', authors: [], abstract: [], keywords: [], notes: [], back: [] },
    sections: [{ id: BlockId.parse('s1'), title: 'One', level: 1, blocks: [paragraph] }],
  };
  happens({ type: 'article.imported', version: 2, data: { article, version: 1, document }, personal: null });
  for (let n = 0; n < annotations; n++) {
    const anchors = [{ block, position: { start: 0, end: 4 }, quote: { exact: 'What', prefix: '', suffix: ' is' } }];
    const target = { kind: 'passage' as const, article, version: 1, anchors };
    const data = { annotation: AnnotationId.parse(v7()), motivation: 'commenting' as const, target, tags: [] };
    happens({ type: 'annotation.created', version: 1, data, personal: { body: `Words ${n}` } });
  }
  const log = room.log(EVERYONE);
  const asked = { at: 0, events: 0 };
  const replayer = new Replayer({
    async at(position) {
      asked.at++;
      const snapshot = stood[position];
      if (!snapshot) throw new Error('The log has not come there yet');
      return { audience: EVERYONE, head: log.length, snapshot };
    },
    async events(after, limit) {
      asked.events++;
      return { audience: EVERYONE, head: log.length, events: log.slice(after, after + limit) };
    },
  });
  return { stood, log, asked, replayer };
}

it('shows each position as it stood, wherever one comes from', async () => {
  const { stood, replayer } = past(700);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 703 }), async (position) => {
      const { folded } = await replayer.stateAt(position);
      expect(toSnapshot(folded)).toEqual(stood[position]);
    }),
    { numRuns: 60 },
  );
});

it('asks seldom while one goes on step by step, and never twice for the same', async () => {
  const { asked, replayer } = past(250);
  for (let position = 1; position <= 250; position++) await replayer.stateAt(position);
  expect(asked).toEqual({ at: 1, events: 2 });
  for (let position = 250; position >= 1; position--) await replayer.stateAt(position);
  expect(asked).toEqual({ at: 1, events: 2 });
});

it('says so where there is no such position', async () => {
  const { replayer } = past(3);
  await replayer.stateAt(6);
  await expect(replayer.stateAt(7)).rejects.toThrow();
});
