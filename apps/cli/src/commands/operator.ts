import type { Command } from 'commander';
import { signingSecret, Tokens } from '#people';
import { createPool, reachable } from '#platform';
import { appSettings } from '../app-settings.ts';

export function addOperator(program: Command): void {
  program
    .command('operator')
    .description('For whoever keeps this installation running.')
    .command('link')
    .description("Print a link that opens the operators' page. Whoever has it is an operator until it runs out.")
    .action(async () => {
      const settings = await appSettings();
      await reachable(settings.DATABASE_URL);
      const pool = createPool(settings.DATABASE_URL, 1, { name: 'catena operator', onError: () => undefined });
      try {
        const tokens = new Tokens(await signingSecret(pool, settings.SESSION_SECRET));
        const token = await tokens.operatorLink(settings.OPERATOR_MINUTES);
        process.stdout.write(`${new URL(`/operate/sign-in/${token}`, settings.PUBLIC_URL).href}\n`);
      } finally {
        await pool.end();
      }
    });
}
