import { jest } from '@jest/globals';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { BlockId } from '#article';
import {
  AnnotationId,
  ArticleId,
  type Audience,
  CommandId,
  DEFAULT_LIMITS,
  decide,
  EVERYONE,
  type Event,
  MemberId,
  onlyFor,
  SeminarId,
} from '#seminar';
import { memoryShelf } from '../kept/kept.ts';
import { FakeRoom } from './fake-room.ts';
import { Outbox } from './outbox.ts';
import { RoomClient } from './room-client.ts';

const seminar = SeminarId.parse(v7());
const [me, other] = [MemberId.parse(v7()), MemberId.parse(v7())];
const article = ArticleId.parse(v7());
const block = BlockId.parse('p1');
const text = 'What is said beside a passage stays beside it.';
const at = '2026-01-01T10:00:00.000Z';
const rules = { now: decide, load: async () => {} };
const commandId = () => CommandId.parse(v7());

function openRoom(): FakeRoom {
  const room = new FakeRoom(seminar);
  const document = {
    ...{ title: 'On margins', authors: [], abstract: [], keywords: [], notes: [], back: [] },
    sections: [
      {
        ...{ id: BlockId.parse('s1'), title: 'One', level: 1 },
        blocks: [{ type: 'paragraph' as const, id: block, text, marks: [], notes: [] }],
      },
    ],
  };
  room.append(EVERYONE, me, commandId(), [
    { type: 'seminar.opened', version: 1, data: { seminar, title: 'Margins' }, personal: null },
    { type: 'member.joined', version: 1, data: { member: me, role: 'participant' }, personal: null },
    { type: 'member.joined', version: 1, data: { member: other, role: 'participant' }, personal: null },
    { type: 'article.imported', version: 2, data: { article, version: 1, document }, personal: null },
  ]);
  return room;
}

function annotate(body: string, audience: Audience = EVERYONE) {
  return {
    ...{ id: commandId(), seminar, audience, type: 'annotation.create' as const },
    data: {
      annotation: AnnotationId.parse(v7()),
      motivation: 'commenting' as const,
      target: {
        kind: 'passage' as const,
        ...{ article, version: 1 },
        anchors: [{ block, position: { start: 0, end: 4 }, quote: { exact: 'What', prefix: '', suffix: ' is' } }],
      },
      ...{ body, tags: [] },
    },
  };
}

function visit(room: FakeRoom, shelf = memoryShelf()) {
  const port = room.connect(me);
  const outbox = new Outbox('spec', shelf);
  const client = new RoomClient({ seminar, you: { member: me, role: 'participant' }, port, outbox, rules });
  client.open();
  return { port, client, shelf, shown: () => client.store.get() };
}

/** The events of a command of somebody else. */
function decidedBy(room: FakeRoom, { seminar: _, ...command }: ReturnType<typeof annotate>): readonly Event[] {
  const decision = decide({ ...command, by: other, at }, room.folded(EVERYONE).state, DEFAULT_LIMITS);
  if (!decision.ok) throw new Error(decision.rejection.message);
  return decision.events;
}

/** Lets everything arrive that is under way, retries included. */
async function calm(port: { deliver(): boolean }): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    await jest.advanceTimersByTimeAsync(20_000);
    quiet = port.deliver() ? 0 : quiet + 1;
  }
}

const bodies = (shown: ReturnType<RoomClient['store']['get']>) => [
  ...shown.shown.everyone.contents.words
    .sortBy(({ position }) => position)
    .map(({ body }) => body)
    .values(),
];

describe('the room client', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows own words before the server has them, and once after', async () => {
    const { port, client, shown } = visit(openRoom());
    port.up();
    await calm(port);
    client.send(annotate('Mine'), at);
    expect(bodies(shown())).toEqual(['Mine']);
    expect(shown().pending).toHaveLength(1);
    await calm(port);
    expect(bodies(shown())).toEqual(['Mine']);
    expect(shown().pending).toEqual([]);
    expect(shown().confirmed.everyone.state.position).toBe(5);
  });

  it('keeps notes to oneself in a log of their own', async () => {
    const room = openRoom();
    const { port, client, shown } = visit(room);
    port.up();
    await calm(port);
    client.send(annotate('Between us', onlyFor(me)), at);
    await calm(port);
    expect(shown().shown.smaller.get(onlyFor(me))?.contents.words.size).toBe(1);
    expect(bodies(shown())).toEqual([]);
    expect(room.log(EVERYONE)).toHaveLength(4);
  });

  it('keeps what could not be sent over a closed tab, and sends it on the next visit', async () => {
    const room = openRoom();
    const first = visit(room);
    first.client.send(annotate('Written on a train'), at);
    first.client.close();
    const second = visit(room, first.shelf);
    second.port.up();
    await calm(second.port);
    expect(bodies(second.shown())).toEqual(['Written on a train']);
    expect(room.done).toHaveLength(1);
  });

  it('begins with what an earlier visit held, and asks only for what came after it', async () => {
    const room = openRoom();
    const first = visit(room);
    first.port.up();
    await calm(first.port);
    const held = first.shown().confirmed;
    first.client.close();
    room.append(EVERYONE, other, commandId(), decidedBy(room, annotate('Said meanwhile')));
    const second = visit(room);
    const asked: number[] = [];
    const { join } = second.port;
    second.port.join = (request) => {
      asked.push(...request.logs.map(({ position }) => position));
      return join(request);
    };
    second.client.begin(held, second.shown().limits);
    expect(second.shown()).toMatchObject({ arrived: true, connection: 'joining' });
    expect(second.shown().shown.everyone.contents.documents.size).toBe(1);
    second.port.up();
    await calm(second.port);
    expect(asked).toEqual([4]);
    expect(bodies(second.shown())).toEqual(['Said meanwhile']);
    expect(second.shown().connection).toBe('live');
  });

  it('keeps words with the reason when the server refuses them', async () => {
    const { port, client, shown } = visit(openRoom());
    port.up();
    await calm(port);
    client.send(annotate('  '), at);
    await calm(port);
    expect(shown().pending.map(({ refused }) => refused?.code)).toEqual(['annotation/empty']);
    for (const entry of shown().pending) client.discard(entry);
    expect(shown().pending).toEqual([]);
  });

  it('waits where the server is busy, and sends again', async () => {
    const room = openRoom();
    const { port, client, shown } = visit(room);
    port.up();
    await calm(port);
    room.busy = true;
    client.send(annotate('Patience'), at);
    for (let i = 0; i < 6; i++) {
      await jest.advanceTimersByTimeAsync(20_000);
      port.deliver();
    }
    expect(shown().pending).toHaveLength(1);
    room.busy = false;
    await calm(port);
    expect(shown().pending).toEqual([]);
    expect(room.done).toHaveLength(1);
  });

  it('says so when it is not let in', async () => {
    const room = new FakeRoom(seminar);
    const { port, shown } = visit(room);
    port.up();
    await calm(port);
    expect(shown()).toMatchObject({ connection: 'refused', problem: { code: 'policy/not-a-member' } });
  });

  const step = fc.constantFrom('deliver', 'deliver', 'deliver', 'cut', 'up', 'mine', 'theirs', 'wait');

  it.each([Number.POSITIVE_INFINITY, 2])(
    'holds 1..n once each and says everything once, whatever is lost (snapshot from %p missed)',
    async (snapshotFrom) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
          const room = openRoom();
          room.snapshotFrom = snapshotFrom;
          const { port, client, shown } = visit(room);
          const said: string[] = [];
          for (const [i, what] of steps.entries()) {
            if (what === 'deliver') port.deliver();
            if (what === 'cut') port.cut();
            if (what === 'up') port.up();
            if (what === 'wait') await jest.advanceTimersByTimeAsync(2_000);
            if (what === 'mine') {
              said.push(`mine ${i}`);
              client.send(annotate(`mine ${i}`), at);
            }
            if (what === 'theirs') room.carryOut(annotate(`theirs ${i}`), other);
            await jest.advanceTimersByTimeAsync(0);
          }
          port.up();
          await calm(port);
          const { confirmed, pending, connection } = shown();
          expect(connection).toBe('live');
          expect(pending).toEqual([]);
          expect(confirmed.everyone.state).toEqual(room.folded(EVERYONE).state);
          const mine = [...room.folded(EVERYONE).contents.words.values()]
            .toSorted((a, b) => a.position - b.position)
            .map(({ body }) => body)
            .filter((body) => body?.startsWith('mine'));
          expect(mine).toEqual(said);
          client.close();
        }),
        { numRuns: 60 },
      );
    },
  );
});
