/** `npm run bench -- NAME [--json]`: runs a benchmark and prints its table, or with `--json` only its lines. */
import type { Bench } from './bench.ts';
import { live } from './live.ts';
import { pdf } from './pdf.ts';
import { table } from './report.ts';
import { summary } from './summary.ts';
import { withDatabase } from './with-database.ts';

const BENCHES: Record<string, Bench> = { live, summary, pdf };

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const json = process.argv.includes('--json');
const unknown = names.filter((name) => !(name in BENCHES));

if (names.length === 0 || unknown.length > 0) {
  console.error(`Say which: npm run bench -- ${Object.keys(BENCHES).join(' | ')} [--json]`);
  process.exit(2);
}

const rows = [];
for (const name of names) {
  const bench = BENCHES[name];
  if (!bench) continue;
  const progress = (what: string) => console.error(`${name}: ${what}`);
  rows.push(...(await withDatabase((databaseUrl) => bench({ databaseUrl, progress }))));
}
console.log(json ? JSON.stringify(rows) : table(rows));
// A missed goal is a finding, not a failure.
process.exit(0);
