/** What the next start must know of the embedded Postgres, in a file that only its owner can read. */

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../data-folder/write-whole.ts';

const Credentials = z.object({ password: z.string().min(1), port: z.int().min(1).max(65_535).optional() });
export type Credentials = z.infer<typeof Credentials>;

const file = (dataDir: string): string => join(dataDir, 'postgres.json');

/** What is kept; `undefined` where there is nothing, or nothing that can be read. */
export async function readCredentials(dataDir: string): Promise<Credentials | undefined> {
  try {
    return Credentials.parse(JSON.parse(await readFile(file(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}

export const writeCredentials = (dataDir: string, credentials: Credentials): Promise<void> =>
  writeWhole(file(dataDir), `${JSON.stringify(credentials)}\n`, 0o600);

export const newPassword = (): string => randomBytes(24).toString('base64url');
