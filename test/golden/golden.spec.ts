/** What was once written is read for ever, and what is written changes its shape with its version alone. */

import { readFileSync } from 'node:fs';
import { eventsPage } from '#protocol';
import {
  CommandId,
  Event,
  EVENT_VERSIONS,
  evolve,
  evolveContents,
  type Folded,
  goldenFile,
  MemberId,
  nothingFolded,
  type RecordedEvent,
  readStored,
  shapeOf,
  toSnapshot,
  UPCASTERS,
} from '#seminar';
import { factsOf } from './facts.ts';
import { type GoldenFile, goldenEvents, goldenLog, goldenLogs, goldenState } from './read-golden.ts';

const golden = goldenEvents();

const foldOn = (folded: Folded, event: RecordedEvent): Folded => ({
  state: evolve(folded.state, event),
  contents: evolveContents(folded.contents, event),
});
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the golden events', () => {
  it('hold every version of every event that there ever was', () => {
    const current = EVENT_VERSIONS.flatMap(([type, version]) =>
      Array.from({ length: version }, (_, index) => goldenFile(type, index + 1)),
    );
    // What was called otherwise once is known by its upcaster.
    const earlier = Object.entries(UPCASTERS).flatMap(([type, lifts]) =>
      Object.keys(lifts).map((version) => goldenFile(type, Number(version))),
    );
    expect(golden.map(({ file }) => file)).toEqual([...new Set([...current, ...earlier])].toSorted());
  });

  it.each(golden)('$file is what its name says', ({ file, example, shape }) => {
    expect(file).toBe(goldenFile(example.type, example.version));
    expect(shape).toBeDefined();
  });

  it.each(EVENT_VERSIONS)(
    '%s version %i is written in the shape that it was given (else raise its version, see docs/events.md)',
    (type, version) => {
      const written = golden.find(({ example }) => example.type === type && example.version === version);
      expect(plain(shapeOf(type))).toEqual(written?.shape);
    },
  );

  it.each(golden)('$file is read as an event of today', ({ example }) => {
    const read = readStored(example);
    expect(Event.safeParse(read).error).toBeUndefined();
    expect(plain(Event.parse(read))).toEqual(plain(read));
    if (example.personal !== null) expect(Event.safeParse(readStored({ ...example, personal: null })).error).toBeUndefined();
  });
});

/** The examples tell a story, in the order of the schemas; each version of an event may tell its part. */
const story: GoldenFile[] = EVENT_VERSIONS.map(([type, version]) => {
  const found = golden.find(({ example }) => example.type === type && example.version === version);
  if (!found) throw new Error(`There is no golden ${type} version ${version}`);
  return found;
});

const told = (examples: readonly GoldenFile[]): RecordedEvent[] =>
  examples.map(({ example }, index) => ({
    ...readStored(example),
    position: index + 1,
    at: new Date(Date.UTC(2026, 10, 24, 14, index)).toISOString(),
    by: MemberId.parse('c1a7ab33-52f7-4a0c-9f0e-2f6a3a1f7d10'),
    command: CommandId.parse(`01a20b6b-2f41-7c55-8d0a-${String(index).padStart(12, '0')}`),
  }));

describe.each(golden)('$file', (one) => {
  it('folds, and something comes of it', () => {
    const at = story.findIndex(({ example }) => typeNow(example) === typeNow(one.example));
    const events = told(story.map((other, index) => (index === at ? one : other)));
    const event = events[at];
    const before = events.slice(0, at).reduce(foldOn, nothingFolded);
    if (!event) throw new Error('It is not in the story');
    const after = foldOn(before, event);
    const { position: _, ...was } = toSnapshot(before);
    const { position, ...is } = toSnapshot(after);
    expect(position).toBe(at + 1);
    expect(plain(is)).not.toEqual(plain(was));
  });
});

const typeNow = (example: GoldenFile['example']): string => readStored(example).type;

describe.each(goldenLogs())('the log %s', (name) => {
  const log = goldenLog(name);
  const folded = log.reduce(foldOn, nothingFolded);

  it('is read event by event', () => {
    expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1));
    for (const event of log) expect(Event.safeParse(event).error).toBeUndefined();
  });

  it('comes to the state that it came to when it was written', () => {
    const written = goldenState(name);
    const facts = Object.entries(factsOf(folded)).filter(([fact]) => fact in written);
    expect(plain(Object.fromEntries(facts))).toEqual(written);
  });

  it('keeps its rules and its order when all words in it are erased', () => {
    const erased = log.map((event): RecordedEvent => ({ ...event, personal: null })).reduce(foldOn, nothingFolded);
    expect(erased.state.annotations.toJS()).toEqual(folded.state.annotations.toJS());
    expect(erased.state.summaries.toJS()).toEqual(folded.state.summaries.toJS());
    expect([...erased.contents.words.values()].every(({ body }) => body === null)).toBe(true);
  });
});

it('the logs hold every type of event that there is', () => {
  const types = new Set(goldenLogs().flatMap((name) => goldenLog(name).map(({ type }) => type)));
  expect(EVENT_VERSIONS.filter(([type]) => !types.has(type))).toEqual([]);
});

it('docs/events.md lists them as they are (npm run docs:events)', () => {
  const page = readFileSync(new URL('../../docs/events.md', import.meta.url), 'utf8');
  expect(page).toBe(eventsPage(golden));
});
