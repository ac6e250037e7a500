import { z } from 'zod';

/** What pino writes: a line of JSON. */
const LogLine = z.object({
  level: z.number(),
  msg: z.string(),
  err: z.object({ message: z.string() }).optional(),
});

const LEVELS: readonly [least: number, name: string][] = [
  [60, 'fatal'],
  [50, 'error'],
  [40, 'warning'],
];

/** A line of a program's output as a person wants to read it. */
export function readableLine(line: string): string {
  const parsed = LogLine.safeParse(parseJson(line));
  if (!parsed.success) return line;
  const { level, msg, err } = parsed.data;
  const [, name] = LEVELS.find(([least]) => level >= least) ?? [];
  const cause = err === undefined || msg.includes(err.message) ? '' : ` (${err.message})`;
  return `${name === undefined ? '' : `${name}: `}${msg}${cause}`;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
