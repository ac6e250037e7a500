import { v4, v7 } from 'uuid';
import { BlockId } from '#article';
import { AnnotationId, ArticleId, CommandId, MemberId, onlyFor, SeminarId } from '#seminar';
import { FakeRoom } from './fake-room.ts';
import { SmallerPast } from './smaller-past.ts';

const me = MemberId.parse(v7());
const own = onlyFor(me);

const bodies = (count: number) => Array.from({ length: count }, (_, n) => `Words ${n}`);

/** Words to oneself, one a minute. */
function words(count: number) {
  const room = new FakeRoom(SeminarId.parse(v7()));
  const anchor = {
    ...{ block: BlockId.parse('p1'), position: { start: 0, end: 4 } },
    quote: { exact: 'What', prefix: '', suffix: ' is' },
  };
  const target = { kind: 'passage' as const, article: ArticleId.parse(v4()), version: 1, anchors: [anchor] };
  for (const body of bodies(count)) {
    const data = { annotation: AnnotationId.parse(v7()), motivation: 'commenting' as const, target, tags: [] };
    room.append(own, me, CommandId.parse(v7()), [{ type: 'annotation.created', version: 1, data, personal: { body } }]);
  }
  const log = room.log(own).map((event, n) => ({ ...event, at: new Date(Date.UTC(2026, 0, 1, 9, n)).toISOString() }));
  const asked: number[] = [];
  const past = new SmallerPast(async (audience, after) => {
    asked.push(after);
    return { audience, head: log.length, events: log.slice(after, after + 40) };
  });
  return { past, asked, now: new Map([[own, room.folded(own)]]) };
}

const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 9, n, 30)).toISOString();

it('shows what had been said by a moment, to and fro, and asks once', async () => {
  const { past, asked, now } = words(100);
  for (const n of [0, 98, 24, 25, 26, 60, 3, 99]) {
    const folded = (await past.at(minute(n), now)).get(own);
    expect(folded?.state.position).toBe(n + 1);
    expect(new Set([...(folded?.contents.words.values() ?? [])].map(({ body }) => body))).toEqual(
      new Set(bodies(n + 1)),
    );
  }
  expect(asked).toEqual([0, 40, 80]);
});

it('leaves out what had not begun', async () => {
  const { past, now } = words(3);
  expect((await past.at(minute(-1), now)).size).toBe(0);
});
