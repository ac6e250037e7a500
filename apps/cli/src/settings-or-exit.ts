import { readSettings, type Settings } from '#platform';

/** The settings; where some are wrong, a sentence for each, and the end. */
export function settingsOrExit(): Settings {
  const read = readSettings(process.env);
  if (read.ok) return read.settings;
  for (const problem of read.problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
}
