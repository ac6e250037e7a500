/** `npm run bench -- NAME [--json]`: runs a benchmark and prints its table, or with `--json` only its lines. */
import { append } from './append/append.ts';
import type { Bench } from './bench.ts';
import { digest } from './digest.ts';
import { importing } from './import.ts';
import { live } from './live.ts';
import { growth } from './log/growth.ts';
import { open } from './log/open.ts';
import { project } from './log/project.ts';
import { replay } from './log/replay.ts';
import { resume } from './log/resume.ts';
import { travel } from './log/travel.ts';
import { pdf } from './pdf.ts';
import { table } from './report.ts';
import { search } from './search.ts';
import { summary } from './summary.ts';
import { web } from './web/web.ts';
import { withDatabase } from './with-database.ts';

const BENCHES: Record<string, Bench> = {
  append,
  digest,
  growth,
  import: importing,
  live,
  open,
  pdf,
  project,
  replay,
  resume,
  search,
  summary,
  travel,
  web,
};

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const flags = new Map(
  process.argv.flatMap((word) => {
    const [, name, value] = /^--([a-z]+)=(.+)$/.exec(word) ?? [];
    return name && value ? [[name, value] as const] : [];
  }),
);
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
  rows.push(...(await withDatabase((databaseUrl) => bench({ databaseUrl, progress, flags }))));
}
console.log(json ? JSON.stringify(rows) : table(rows));
// A missed goal is a finding, not a failure.
process.exit(0);
