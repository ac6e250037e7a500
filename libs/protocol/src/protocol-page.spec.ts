import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Event, MemberId, ReadMarks, RecordedEvent, Role, RoomCommand } from '#seminar';
import { ERROR_CODES } from './errors.ts';
import { withErrorsTable } from './errors-table.ts';
import * as finding from './finding.ts';
import * as http from './http.ts';
import { Snapshot } from './snapshot.ts';
import * as socket from './socket.ts';

const page = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^```json (\w+)\n(.*?)\n```$/gms)].map(([, name = '', json = '']) => ({
  name,
  value: JSON.parse(json),
}));

/** What only the server sends has types, but no schema that anybody else would need. */
const sent = {
  EventsFrame: z.strictObject({
    seminar: z.uuid(),
    audience: z.string(),
    events: z.array(RecordedEvent),
  }) satisfies z.ZodType<unknown>,
  PresenceFrame: z.strictObject({
    seminar: z.uuid(),
    here: z.array(
      z.strictObject({
        member: MemberId,
        section: z.string().optional(),
        typing: z.uuid().optional(),
        leads: z.string().optional(),
      }),
    ),
  }),
  MarksFrame: z.strictObject({ seminar: z.uuid(), marks: ReadMarks }),
  Joined: z.strictObject({
    ok: z.literal(true),
    you: z.strictObject({ member: MemberId, role: Role }),
    limits: z.record(z.string(), z.int()),
    logs: z.array(z.strictObject({ audience: z.string(), head: z.int(), events: z.array(RecordedEvent) })),
  }),
  Snapshot,
};
const schemas: Record<string, unknown> = { ...http, ...finding, ...socket, ...sent, RoomCommand, ReadMarks };

it.each(examples)('shows a $name as it is', ({ name, value }) => {
  const schema = schemas[name];
  if (!(schema instanceof z.ZodType)) throw new Error(`There is no schema called ${name}`);
  expect(schema.safeParse(value).error).toBeUndefined();
});

it('shows every command', () => {
  const shown = examples.flatMap(({ value }) => (typeof value.type === 'string' ? [value.type] : []));
  const all = RoomCommand.options.map((option) => option.shape.type.value);
  expect(new Set(shown)).toEqual(new Set(all));
});

it('lists every event', () => {
  for (const option of Event.options) expect(page).toContain(`\`${option.shape.type.value}\``);
});

it('lists every error with what it says (npm run docs:protocol)', () => {
  expect(page).toBe(withErrorsTable(page));
  for (const code of ERROR_CODES) expect(page).toContain(`| \`${code}\` |`);
});
