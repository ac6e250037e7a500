/**
 * A log as a file: lines of JSON (RFC 8785 each, so that equal logs are equal files). The first says which log it is and how many
 * events follow, then an event a line, and at last where the log ends. Whoever has the file can check it without any database.
 */
import { z } from 'zod';
import { Audience, SeminarId } from '#seminar';
import type { LogKey } from '../log-key.ts';
import { canonicalJson } from './canonical-json.ts';
import { CHAIN_FORMAT } from './chain.ts';
import { ChainVerifier, type Flaw } from './chain-verifier.ts';
import type { StoredChain } from './stored-chain.ts';
import type { OnVerified } from './verify-stored.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const Header = z.object({
  format: z.literal(CHAIN_FORMAT),
  seminar: SeminarId,
  audience: Audience,
  head: z.int().nonnegative(),
});

const Line = z.object({
  position: z.int().positive(),
  type: z.string(),
  version: z.int(),
  at: z.string(),
  by: z.string(),
  command: z.string(),
  data: z.unknown().refine((data) => data !== undefined),
  personal: z.unknown().refine((personal) => personal !== undefined),
  salt: z.string().nullable(),
  personalHash: hash.nullable(),
  hash,
});

const End = z.object({ head: z.int().nonnegative(), hash });

/** The lines of a log, up to where it stands now, a batch of them at a time. `undefined` where there is no such log. */
export async function exportLog(chain: StoredChain, log: LogKey): Promise<AsyncGenerator<string> | undefined> {
  const { head, hash: last } = await chain.endOf(log);
  return head === undefined || last === undefined ? undefined : linesOf(chain, log, head, last);
}

async function* linesOf(chain: StoredChain, log: LogKey, head: number, last: string): AsyncGenerator<string> {
  yield `${canonicalJson({ format: CHAIN_FORMAT, seminar: log.seminar, audience: log.audience, head })}\n`;
  for await (const rows of chain.rows(log, head)) yield rows.map((row) => `${canonicalJson(row)}\n`).join('');
  yield `${canonicalJson({ head, hash: last })}\n`;
}

export type VerifiedFile =
  | { ok: true; log: LogKey; head: number; hash: string; erased: number }
  /** With a flaw where the chain is broken; without where this is no whole log. */
  | { ok: false; line: number; problem: string; flaw?: Flaw };

/** Checks a log in a file, given line by line. */
export async function verifyFile(lines: AsyncIterable<string>, onProgress?: OnVerified): Promise<VerifiedFile> {
  let line = 0;
  let header: z.infer<typeof Header> | undefined;
  let verifier: ChainVerifier | undefined;
  let end: z.infer<typeof End> | undefined;
  for await (const text of lines) {
    line++;
    if (end) return { ok: false, line, problem: 'something follows behind the end of the log' };
    const parsed = parse(text);
    if (!header || !verifier) {
      header = Header.safeParse(parsed).data;
      if (!header) return { ok: false, line, problem: `this is no log in the format ${CHAIN_FORMAT}` };
      verifier = new ChainVerifier(header);
      continue;
    }
    const row = Line.safeParse(parsed).data;
    if (!row) {
      end = End.safeParse(parsed).data;
      if (!end) return { ok: false, line, problem: 'this is no event' };
      continue;
    }
    const flaw = verifier.next(row);
    if (flaw) return { ok: false, line, problem: flaw.problem, flaw };
    if (line % 1_000 === 0) onProgress?.(verifier.position, header.head);
  }
  if (!header || !verifier) return { ok: false, line: 1, problem: 'the file is empty' };
  if (!end) {
    const problem = `the file was cut off: it ends behind position ${verifier.position}, and the log has ${header.head} events`;
    return { ok: false, line: line + 1, problem };
  }
  const flaw = verifier.end(end);
  if (flaw) return { ok: false, line, problem: flaw.problem, flaw };
  const log = { seminar: header.seminar, audience: header.audience };
  return { ok: true, log, head: end.head, hash: end.hash, erased: verifier.erased };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
