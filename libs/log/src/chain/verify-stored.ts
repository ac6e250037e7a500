import type { LogKey } from '../log-key.ts';
import { ChainVerifier, type Flaw } from './chain-verifier.ts';
import type { StoredChain } from './stored-chain.ts';

export type Verified = { ok: true; head: number; hash: string; erased: number } | { ok: false; flaw: Flaw };

/** Told the position reached and the last one. */
export type OnVerified = (position: number, of: number) => void;

/** Checks a log in the database, from its first event to where it stood when this began. */
export async function verifyStored(chain: StoredChain, log: LogKey, onProgress?: OnVerified): Promise<Verified> {
  const { head, hash, newest } = await chain.endOf(log);
  const verifier = new ChainVerifier(log);
  for await (const rows of chain.rows(log, newest)) {
    for (const row of rows) {
      const flaw = verifier.next(row);
      if (flaw) return { ok: false, flaw };
    }
    onProgress?.(verifier.position, newest);
  }
  if (head === undefined || hash === undefined) {
    return { ok: false, flaw: { position: 1, problem: 'there are events, but the log has no head' } };
  }
  const flaw = verifier.end({ head, hash });
  return flaw ? { ok: false, flaw } : { ok: true, head, hash, erased: verifier.erased };
}
