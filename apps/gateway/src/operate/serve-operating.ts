/**
 * The operators' page under /operate. An operator has no account: whoever opens the link that `catena operator link`
 * prints gets a short session of their own, which is no session in a seminar.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Tokens } from '#people';
import { isQueueName, type Operating } from '#platform';
import { type ErrorCode, protocolError, statusOf } from '#protocol';
import { errorPage, POLICY, queuesPage } from './pages.ts';

const COOKIE = 'catena_operator';
const PAGE = '/operate/queues';
/** Dead letters shown of each queue. */
const SHOWN = 100;

interface Parts {
  operating: Operating;
  tokens: Tokens;
  /** How long a session lasts. */
  minutes: number;
  publicUrl: string;
}

export function serveOperating(server: FastifyInstance, { operating, tokens, minutes, publicUrl }: Parts): void {
  const isOperator = async ({ cookies: { [COOKIE]: token } }: FastifyRequest): Promise<boolean> =>
    token !== undefined && (await tokens.isOperator(token));

  server.get<{ Params: { token: string } }>('/operate/sign-in/:token', async ({ params }, reply) => {
    if (!(await tokens.isOperatorLink(params.token))) return refuse(reply, 'operator/link-invalid');
    reply.setCookie(COOKIE, await tokens.operator(minutes), {
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl.startsWith('https:'),
      path: '/operate',
      maxAge: minutes * 60,
    });
    return reply.redirect(PAGE, 303);
  });

  server.get(PAGE, async (request, reply) => {
    if (!(await isOperator(request))) return refuse(reply, 'operator/none');
    return show(reply, queuesPage(await operating.counts(), await operating.deadLetters(undefined, SHOWN)));
  });

  server.post<{ Params: { queue: string; id?: string } }>(`${PAGE}/:queue/retry/:id?`, async (request, reply) => {
    if (!(await isOperator(request))) return refuse(reply, 'operator/none');
    const { queue, id } = request.params;
    if (!isQueueName(queue)) return refuse(reply, 'job/unknown');
    if (!id) await operating.retryAll(queue);
    else if (!(await operating.retry(queue, id))) return refuse(reply, 'job/unknown');
    return reply.redirect(PAGE, 303);
  });
}

const show = (reply: FastifyReply, html: string): FastifyReply =>
  reply
    .header('content-security-policy', POLICY)
    // Under `no-referrer` a browser says `Origin: null` of a form, which is nobody's own.
    .header('referrer-policy', 'same-origin')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html);

function refuse(reply: FastifyReply, code: ErrorCode): FastifyReply {
  return show(reply.status(statusOf(code)), errorPage(protocolError(code)));
}
