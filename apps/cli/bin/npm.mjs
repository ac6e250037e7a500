import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The npm that runs this, else the one beside Node, else the one on the path. @returns {[string, ...string[]]} */
export function npm() {
  const running = process.env.npm_execpath;
  if (running !== undefined && /npm-cli\.[cm]?js$/.test(running)) return [process.execPath, running];
  const beside = join(dirname(process.execPath), 'npm');
  return [existsSync(beside) ? beside : 'npm'];
}
