import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '#platform';

const Discussions = z.array(
  z.strictObject({
    name: z.string(),
    posts: z.array(
      z.strictObject({ id: z.string(), author: z.string(), parent: z.string().optional(), text: z.string() }),
    ),
    reference: z.string(),
  }),
);

export type Discussion = z.infer<typeof Discussions>[number];

const FOLDER = join(projectFolder(), 'test/fixtures/discussions');

/** Discussions in four languages, each with the summary that a careful reader wrote of it. */
export const discussions = (): Discussion[] =>
  readdirSync(FOLDER)
    .sort()
    .flatMap((file) => Discussions.parse(parse(readFileSync(join(FOLDER, file), 'utf8'))));
