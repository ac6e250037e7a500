/** A server that speaks the chat completions protocol, with a model in it that does as the test says. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { text as readAll } from 'node:stream/consumers';
import { z } from 'zod';

const Request = z.object({
  model: z.string(),
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
  ]),
  max_completion_tokens: z.int().positive(),
  response_format: z.object({
    type: z.literal('json_schema'),
    json_schema: z.object({ name: z.enum(['thread', 'section']), strict: z.literal(true), schema: z.looseObject({}) }),
  }),
});

const Point = z.object({ text: z.string(), cites: z.array(z.string()), kind: z.string() });
export type ToldPoint = z.infer<typeof Point>;
const Thread = z.object({
  passage: z.string(),
  posts: z.array(z.object({ id: z.string(), by: z.string(), text: z.string() })),
});
const Section = z.object({ threads: z.array(z.object({ passage: z.string(), points: z.array(Point) })) });

/** A question as the model understands it. */
export type Asked =
  | { about: 'thread'; thread: z.infer<typeof Thread>; words: string }
  | { about: 'section'; points: ToldPoint[]; words: string };

/** Answers by itself, or says what to answer: a value becomes JSON, a string is sent as it is. */
export type Behaviour = (asked: Asked, response: ServerResponse, call: number) => unknown;

export interface ChatServer {
  /** As it stands in SUMMARY_MODEL_URL. */
  url: string;
  /** The bodies of all requests, as they came. */
  received: string[];
  /** The `authorization` of each. */
  keys: (string | undefined)[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Says of each post its first sentence, and on the section what was said of the threads. */
export const honest = (asked: Asked): unknown =>
  asked.about === 'thread'
    ? {
        points: asked.thread.posts.map(({ id, text }) => ({
          text: text.split(/(?<=[.?!])\s/u)[0],
          cites: [id],
          kind: 'statement',
        })),
      }
    : { issues: [{ sentences: asked.points }] };

export async function chatServer(): Promise<ChatServer> {
  let behaviour: Behaviour = honest;
  const received: string[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer(async (request, response) => {
    const body = await readAll(request);
    received.push(body);
    keys.push(request.headers.authorization);
    const parsed = Request.safeParse(JSON.parse(body));
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions' || !parsed.success) {
      response.writeHead(400).end();
      return;
    }
    const answer = await behaviour(understood(parsed.data), response, received.length);
    if (answer !== undefined) complete(response, answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It listens on a port');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    received,
    keys,
    behave(next) {
      behaviour = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function understood({ messages: [, user], response_format }: z.infer<typeof Request>): Asked {
  const material: unknown = JSON.parse(user.content.split('\n')[1] ?? '');
  return response_format.json_schema.name === 'thread'
    ? { about: 'thread', thread: Thread.parse(material), words: user.content }
    : {
        about: 'section',
        points: Section.parse(material).threads.flatMap(({ points }) => points),
        words: user.content,
      };
}

function complete(response: ServerResponse, answer: unknown): void {
  const content = typeof answer === 'string' ? answer : JSON.stringify(answer);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      object: 'chat.completion',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    }),
  );
}
