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
export const discussions = (): Discussion[] => discussionsIn(FOLDER);

/** Longer ones. */
export const longerDiscussions = (): Discussion[] => discussionsIn(join(FOLDER, 'longer'));

/** Those on which nothing was fitted. */
export const heldOutDiscussions = (): Discussion[] => discussionsIn(join(FOLDER, 'held-out'));

const discussionsIn = (folder: string): Discussion[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => Discussions.parse(parse(readFileSync(join(folder, file), 'utf8'))));
