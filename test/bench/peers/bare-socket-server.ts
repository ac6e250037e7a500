/**
 * What any chat server does at the least: takes a message over socket.io and sends it to everybody in the room. With a
 * DATABASE_URL it inserts the message first, one prepared INSERT each.
 */
import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';

const pool = process.env.DATABASE_URL ? new pg.Pool({ connectionString: process.env.DATABASE_URL }) : undefined;
await pool?.query('CREATE TABLE IF NOT EXISTS bare_message (id bigserial PRIMARY KEY, body jsonb NOT NULL)');

const http = createServer();
const io = new Server(http);
io.on('connection', async (socket) => {
  await socket.join('room');
  socket.on('command', async (message: object, answer: (answer: object) => void) => {
    await pool?.query({
      name: 'insert',
      text: 'INSERT INTO bare_message (body) VALUES ($1)',
      values: [JSON.stringify(message)],
    });
    io.to('room').emit('events', { events: [message] });
    answer({ ok: true });
  });
});

http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address && typeof address === 'object') {
    process.send?.({ type: 'ready', address: `http://127.0.0.1:${address.port}` });
  }
});
process.on('disconnect', () => process.exit(0));
