import { randomFillSync } from 'node:crypto';
import { v4, v7 } from 'uuid';
import type { CommandRequest } from '#protocol';
import { EVERYONE, type MemberId, type PassageTarget, type SeminarId } from '#seminar';

/** Words that make an event of some 400 bytes. */
const WORDS =
  'If margins are company, what is an empty one? He seems to need both, the reader who answers and the one who keeps still.';

/** What is written, whoever writes it: a comment in one of so many seminars, as it arrives from a client. */
export interface Load {
  seminars: readonly SeminarId[];
  passage: PassageTarget;
  member: MemberId;
}

/** The nth command. Every writer goes through the seminars from a place of its own. */
export function nthCommand({ seminars, passage }: Load, n: number): unknown {
  const request: Record<keyof CommandRequest, unknown> = {
    id: v7({ rng: someRandomness }),
    seminar: seminars[n % seminars.length],
    audience: EVERYONE,
    type: 'annotation.create',
    data: { annotation: v4(), motivation: 'commenting', target: passage, body: WORDS, tags: [] },
  };
  return request;
}

/** Sixteen random bytes out of many: a client has time for asking the system for each, but here clients and server share a thread. */
function someRandomness(): Uint8Array {
  if (spent === randomness.length) {
    randomFillSync(randomness);
    spent = 0;
  }
  spent += 16;
  return randomness.subarray(spent - 16, spent);
}
const randomness = new Uint8Array(16 * 4_096);
let spent = randomness.length;

/** Something that takes commands, until each is on disk. */
export interface Contender {
  name: string;
  write(request: unknown, writer: number): Promise<void>;
  close(): Promise<void>;
}

export interface Speed {
  perSecond: number;
  /** Of each command, in ms. */
  latencies: number[];
}

/** So many writers, each with one command on its way, for so long. */
export async function drive(contender: Contender, load: Load, writers: number, ms: number): Promise<Speed> {
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + ms;
  const write = async (writer: number): Promise<void> => {
    // 37 is prime to 100: neighbours are in different seminars.
    for (let n = writer; performance.now() < until; n += 37) {
      const sent = performance.now();
      await contender.write(nthCommand(load, n), writer);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return { perSecond: (latencies.length * 1_000) / (performance.now() - began), latencies };
}
