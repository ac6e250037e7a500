/** Prepares the checkout, then hands over to what was built. */

import { PreparationFailure } from './preparation-failure.mjs';
import { prepare } from './prepare.mjs';
import { createProgress } from './progress.mjs';

/** @param {string[]} args */
export async function main(args) {
  // Whoever reads the output may have seen enough (`… | head`).
  process.stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1));
  try {
    await prepare({ progress: createProgress(), also: args[0] === 'start' ? ['web'] : [] });
  } catch (error) {
    if (!(error instanceof PreparationFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  process.setSourceMapsEnabled(true);
  const built = new URL('../../../dist/apps/cli/src/main.js', import.meta.url);
  const { run } = await import(built.href);
  await run(args);
}
