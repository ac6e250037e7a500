import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFolder } from '#platform';

const RUNS = 40;
const MINUTE = 60_000;

it.each(['one-column-footnotes.pdf', 'latex-two-columns.pdf'])(
  'reads what is left of %s, or says that it can’t, and goes on living',
  async (name) => {
    const script = join(projectFolder(), 'test/support/read-damaged.mjs');
    const child = spawn(process.execPath, [script, join(projectFolder(), 'test/fixtures/pdf', name), String(RUNS)]);
    const gone = once(child, 'exit');
    const [output, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect({ exit: await gone, complaints }).toEqual({ exit: [0, null], complaints: '' });
    const { counts } = JSON.parse(output);
    const total = Object.values<number>(counts).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(RUNS);
    expect(counts['article/damaged']).toBeGreaterThan(0);
  },
  2 * MINUTE,
);
