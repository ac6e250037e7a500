import { createTransport } from 'nodemailer';
import { freePort, readAppSettings } from '#platform';
import { createTestDatabase } from '../../../test/support/test-database.ts';
import { startWorker } from './start-worker.ts';

it('takes mail while the worker runs, where a port is set', async () => {
  const database = await createTestDatabase();
  const port = await freePort();
  const read = readAppSettings({
    ...{ DATABASE_URL: database.url, LOG_LEVEL: 'silent', POOL_SIZE: '3' },
    ...{ INBOUND_DOMAIN: 'in.catena.example', INBOUND_SMTP_PORT: `${port}` },
  });
  if (!read.ok) throw new Error(read.problems.join(' '));
  const worker = await startWorker(read.settings);
  const client = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const send = (to: string) => client.sendMail({ from: 'dora@reader.example', to, text: 'It is.' });
  await send('complaints@in.catena.example');
  await expect(send('dora@else.example')).rejects.toMatchObject({ responseCode: 550 });
  await worker.close();
  await expect(send('complaints@in.catena.example')).rejects.toMatchObject({ code: 'ESOCKET' });
  await database.drop();
});
