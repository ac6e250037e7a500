import { v4 } from 'uuid';
import { EVERYONE, onlyFor, type RecordedEvent, SeminarId } from '#seminar';
import type { Append } from './append.ts';
import { genesisOf } from './chain/chain.ts';
import { seal } from './chain/seal.ts';
import type { EventStore } from './event-store.ts';
import type { LogKey } from './log-key.ts';
import { aLog, commandId, type TestLog } from './testing/a-log.ts';

let fixture: TestLog;
let store: EventStore;
beforeAll(async () => {
  fixture = await aLog();
  ({ store } = await fixture.gateway());
});
afterAll(() => fixture.close());

const aSeminar = (): LogKey => ({ seminar: SeminarId.parse(v4()), audience: EVERYONE });
const events = (first: number, count: number, command = commandId()): RecordedEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'annotation.deleted',
    version: 1,
    data: { annotation: v4() as never },
    personal: null,
    position: first + index,
    at: '2026-11-12T14:02:00.000Z',
    by: fixture.ada,
    command,
  }));

/** Chained behind what stands there. */
async function append(log: LogKey, head: number, added: RecordedEvent[]): Promise<Append> {
  const hash = (await store.hashAt(log, head)) ?? genesisOf(log);
  return { log, head, hash, events: seal(hash, added) };
}

describe('appending', () => {
  it('goes on where the log stands, and reads back what was written', async () => {
    const log = aSeminar();
    const first = events(1, 2);
    const second = events(3, 1);
    expect(await store.append([await append(log, 0, first)])).toEqual(['written']);
    expect(await store.append([await append(log, 2, second)])).toEqual(['written']);
    expect(await store.read(log, 0, 10)).toEqual([...first, ...second]);
    expect(await store.read(log, 1, 1)).toEqual(first.slice(1));
    expect(await store.head(log)).toBe(3);
  });

  it('leaves out what thinks the head is elsewhere, and nothing else', async () => {
    const [a, b] = [aSeminar(), aSeminar()];
    await store.append([await append(a, 0, events(1, 3))]);
    expect(
      await store.append([
        await append(a, 2, events(3, 1)),
        await append(b, 0, events(1, 2)),
        await append({ ...a, audience: onlyFor(fixture.ada) }, 0, events(1, 1)),
      ]),
    ).toEqual(['head-moved', 'written', 'written']);
    expect(await store.heads([a, b])).toEqual(
      new Map([
        [`${a.seminar} everyone`, 3],
        [`${b.seminar} everyone`, 2],
      ]),
    );
  });

  it('does so for an event alone as for many', async () => {
    const log = aSeminar();
    const repeated = commandId();
    await store.append([await append(log, 0, events(1, 2, repeated))]);
    expect(await store.append([await append(log, 1, events(2, 1))])).toEqual(['head-moved']);
    expect(await store.append([{ ...(await append(log, 2, events(3, 1))), hash: genesisOf(log) }])).toEqual([
      'head-moved',
    ]);
    expect(await store.append([await append(log, 2, events(3, 1, repeated))])).toEqual(['command-seen']);
    const said = events(3, 1).map(
      (event) =>
        ({
          ...event,
          type: 'annotation.edited',
          data: { annotation: v4(), revision: 2 },
          personal: { body: 'Ü "a"' },
        }) as RecordedEvent,
    );
    expect(await store.append([await append(log, 2, said)])).toEqual(['written']);
    expect(await store.read(log, 2, 10)).toEqual(said);
    expect(await store.head(log)).toBe(3);
    expect(await store.append([await append(log, 3, events(4, 1))])).toEqual(['written']);
  });

  it('takes a command once in a seminar; a repetition spoils its own append only', async () => {
    const [a, b] = [aSeminar(), aSeminar()];
    const repeated = commandId();
    await store.append([await append(a, 0, events(1, 2, repeated))]);
    expect(
      await store.append([
        await append(b, 0, events(1, 1)),
        await append({ ...a, audience: onlyFor(fixture.ada) }, 0, events(1, 1, repeated)),
        await append(a, 2, events(3, 1)),
      ]),
    ).toEqual(['written', 'command-seen', 'written']);
    expect(await store.commandsSeen(a.seminar, [repeated, commandId()])).toEqual(
      new Map([[repeated, { by: fixture.ada, audience: EVERYONE, positions: [1, 2] }]]),
    );
  });

  it('lets one of many win the same place', async () => {
    const log = aSeminar();
    const verdicts = await Promise.all(
      Array.from({ length: 20 }, async () => store.append([await append(log, 0, events(1, 2))])),
    );
    expect(verdicts.flat().filter((verdict) => verdict === 'written')).toHaveLength(1);
    expect((await store.read(log, 0, 100)).map(({ position }) => position)).toEqual([1, 2]);
  });

  it('of several logs at once never deadlocks, whatever the order', async () => {
    const logs = Array.from({ length: 6 }, aSeminar);
    const attempt = async (order: LogKey[]) =>
      store.append(await Promise.all(order.map((log) => append(log, 0, events(1, 1)))));
    const rounds = await Promise.all(Array.from({ length: 12 }, (_, n) => attempt(n % 2 ? logs : logs.toReversed())));
    expect(rounds.flat().filter((verdict) => verdict === 'written')).toHaveLength(logs.length);
  });
});

it('holds the head while somebody writes exclusively', async () => {
  const log = aSeminar();
  await store.append([await append(log, 0, events(1, 1))]);
  const order: string[] = [];
  let other: Promise<unknown> = Promise.resolve();
  const [mine, theirs] = [await append(log, 1, events(2, 1)), await append(log, 1, events(2, 1))];
  await store.exclusively(log, async (connection) => {
    other = store.append([theirs]).then(([verdict]) => order.push(`other ${verdict}`));
    await new Promise((resolve) => setTimeout(resolve, 50));
    order.push('mine');
    expect(await store.append([mine], connection)).toEqual(['written']);
  });
  await other;
  expect(order).toEqual(['mine', 'other head-moved']);
});
