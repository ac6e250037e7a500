import { jest } from '@jest/globals';
import { EVERYONE, isRead, mergeMarks, noMarks, type Readable, type ReadMarks, readUpTo, unreadFrom } from '#seminar';
import { memoryShelf, type Shelf } from './kept.ts';
import { MarksKeeper, newTo } from './marks-keeper.ts';

const THREAD = '0190b8a0-0000-7000-8000-000000000001';
const word = (position: number): Readable => ({ audience: EVERYONE, subject: THREAD, position });

/** The server, as far as marks go; it can be out of reach. */
class Server {
  marks: ReadMarks = noMarks;
  down = false;

  readonly port = {
    fetch: async () => this.#answer(this.marks),
    send: async (marks: ReadMarks) => {
      const answer = this.#answer(mergeMarks(this.marks, marks));
      this.marks = answer;
      return answer;
    },
  };

  #answer(marks: ReadMarks): ReadMarks {
    if (this.down) throw new Error('out of reach');
    return JSON.parse(JSON.stringify(marks));
  }
}

const device = (server: Server, shelf: Shelf = memoryShelf()) =>
  new MarksKeeper('me', server.port, () => EVERYONE, shelf);

async function comes(keeper: MarksKeeper, head: number): Promise<MarksKeeper> {
  await keeper.meet();
  keeper.reached({ [EVERYONE]: head });
  return keeper;
}

const hasRead = (keeper: MarksKeeper, position: number) => {
  const marks = keeper.store.get();
  return marks !== undefined && isRead(marks, word(position));
};

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-03-01T10:00:00Z') }));
afterEach(() => jest.useRealTimers());
const later = (minutes: number) => jest.advanceTimersByTimeAsync(minutes * 60_000);

it('counts what is there on the first visit as read, and what comes after as new', async () => {
  const keeper = await comes(device(new Server()), 10);
  expect([hasRead(keeper, 10), hasRead(keeper, 11)]).toEqual([true, false]);
  const isNew = newTo(keeper.store.get(), 'me');
  const said = { audience: EVERYONE, thread: THREAD as never, position: 11 };
  expect([isNew({ ...said, author: 'you' as never }), isNew({ ...said, author: 'me' as never })]).toEqual([
    true,
    false,
  ]);
});

it('is the same on another device, a moment later', async () => {
  const server = new Server();
  const desk = await comes(device(server), 10);
  const phone = await comes(device(server), 10);
  desk.change((was) => readUpTo(was, word(12)));
  expect(hasRead(phone, 12)).toBe(false);
  await later(1);
  await phone.meet();
  expect(hasRead(phone, 12)).toBe(true);
  phone.change((was) => unreadFrom(was, word(11)));
  await later(1);
  await desk.meet();
  expect([hasRead(desk, 11), hasRead(desk, 12)]).toEqual([false, false]);
  desk.readAll();
  expect(hasRead(desk, 10)).toBe(true);
});

it('takes what it is told of another device without asking, and sends nothing for it', async () => {
  const server = new Server();
  const phone = await comes(device(server), 10);
  await later(1);
  const known = server.marks;
  phone.hear(readUpTo(known, word(12)));
  expect([hasRead(phone, 12), hasRead(phone, 13)]).toEqual([true, false]);
  await later(1);
  expect(server.marks).toBe(known);
  // What is told late, or twice, takes nothing back.
  phone.hear(known);
  expect(hasRead(phone, 12)).toBe(true);
});

it('keeps what was read without a network, over a closed tab, until it is back', async () => {
  const server = new Server();
  const shelf = memoryShelf();
  const phone = await comes(device(server, shelf), 10);
  server.down = true;
  phone.change((was) => readUpTo(was, word(15)));
  await later(5);
  const again = await comes(device(server, shelf), 20);
  expect([hasRead(again, 15), hasRead(again, 16)]).toEqual([true, false]);
  server.down = false;
  await again.meet();
  const desk = await comes(device(server), 20);
  expect(hasRead(desk, 15)).toBe(true);
});

it('takes nothing for read on a new device that can’t ask', async () => {
  const server = new Server();
  await comes(device(server), 10);
  await later(1);
  server.down = true;
  const phone = await comes(device(server), 30);
  expect(phone.store.get()).toBeUndefined();
  server.down = false;
  await phone.meet();
  expect([hasRead(phone, 10), hasRead(phone, 11)]).toEqual([true, false]);
});

it('begins another visit after half an hour, on whichever device one was last', async () => {
  const server = new Server();
  const desk = await comes(device(server), 10);
  await later(20);
  desk.leave();
  await later(20);
  const phone = await comes(device(server), 12);
  expect(phone.store.get()?.before).toBeUndefined();
  phone.leave();
  await later(120);
  const back = await comes(device(server), 40);
  expect(back.store.get()?.before?.head).toBe(12);
});
