/** What earlier releases have written, as it lies in this folder. */

import { readdirSync, readFileSync } from 'node:fs';
import { type CommandId, GoldenEvent, type MemberId, type RecordedEvent, readStored, type StoredEvent } from '#seminar';

const EVENTS = new URL('./events/', import.meta.url);
const LOGS = new URL('./logs/', import.meta.url);

export interface GoldenFile extends GoldenEvent {
  file: string;
}

/** One version of an event each. */
export const goldenEvents = (): GoldenFile[] =>
  readdirSync(EVENTS)
    .toSorted()
    .map((file) => ({ file, ...GoldenEvent.parse(JSON.parse(readFileSync(new URL(file, EVENTS), 'utf8'))) }));

/** By release and seminar, e.g. `0.1.0-demo`. */
export const goldenLogs = (): string[] =>
  readdirSync(LOGS)
    .filter((file) => file.endsWith('.ndjson'))
    .map((file) => file.replace('.ndjson', ''));

interface Line extends StoredEvent {
  position: number;
  at: string;
  by: MemberId;
  command: CommandId;
}

/** A whole log as it was written, read as this release reads it. */
export function goldenLog(name: string): RecordedEvent[] {
  const lines = readFileSync(new URL(`${name}.ndjson`, LOGS), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const { type, version, data, personal, ...where }: Line = JSON.parse(line);
    return { ...readStored({ type, version, data, personal }), ...where };
  });
}

/** What that log comes to: `factsOf` its fold, as the release that wrote it had it: those facts that it had. */
export const goldenState = (name: string): object =>
  JSON.parse(readFileSync(new URL(`${name}.state.json`, LOGS), 'utf8'));
