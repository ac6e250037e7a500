/** Asks a model at an address that speaks the chat completions protocol, as many servers do. */

import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Question } from './prompts.ts';

export interface ModelAddress {
  /** Up to where `/chat/completions` follows, e.g. `http://localhost:8080/v1`. */
  url: string;
  key?: string | undefined;
  model: string;
  /** Milliseconds that one call may take. */
  timeout: number;
  /** Tokens that one answer may have. */
  answerTokens: number;
}

/** Answers a question, or throws a `ModelFailure`. */
export type Ask = <Answer>(question: Question<Answer>, until: AbortSignal) => Promise<Answer>;

/** A model that cannot be reached or makes no sense. Its message never repeats what was sent or answered. */
export class ModelFailure extends Error {}

const ATTEMPTS = 3;
const PAUSE_MS = 500;
/** Who asks for a longer pause than this is not asked again. */
const LONGEST_PAUSE_MS = 5_000;
/** Longer answers are no answers. */
const MOST_BYTES = 256 * 1024;

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

export function chatCompletions(address: ModelAddress): Ask {
  return async (question, until) => {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await call(address, question, until);
      if (outcome.ok) return understood(outcome.body, question.schema);
      if (attempt === ATTEMPTS || !outcome.again || until.aborted) throw new ModelFailure(outcome.why);
      const pause = outcome.pause ?? PAUSE_MS * 2 ** (attempt - 1);
      if (pause > LONGEST_PAUSE_MS) throw new ModelFailure(outcome.why);
      await sleep(pause, undefined, { signal: until }).catch(() => {
        throw new ModelFailure('the time was up');
      });
    }
  };
}

type Outcome = { ok: true; body: string } | { ok: false; why: string; again: boolean; pause?: number | undefined };

async function call<Answer>(
  { url, key, model, timeout, answerTokens }: ModelAddress,
  { name, system, user, schema }: Question<Answer>,
  until: AbortSignal,
): Promise<Outcome> {
  const signal = AbortSignal.any([until, AbortSignal.timeout(timeout)]);
  try {
    const response = await fetch(`${url.replace(/\/+$/u, '')}/chat/completions`, {
      method: 'POST',
      // The key is for this address alone.
      redirect: 'error',
      signal,
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({
        model,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
        max_completion_tokens: answerTokens,
        response_format: { type: 'json_schema', json_schema: { name, strict: true, schema: z.toJSONSchema(schema) } },
      }),
    });
    if (response.ok) return { ok: true, body: await textOf(response) };
    await response.body?.cancel();
    const { status } = response;
    return {
      ok: false,
      why: `it answered ${status}`,
      again: status === 429 || status >= 500,
      pause: pauseOf(response),
    };
  } catch (error) {
    if (error instanceof ModelFailure) throw error;
    // A call that hangs has cost its time already: it is not tried again.
    return signal.aborted
      ? { ok: false, why: 'it took too long', again: false }
      : { ok: false, why: 'the connection broke', again: true };
  }
}

function pauseOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new ModelFailure('its answer was too long');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Some models put their JSON between fences, or words before it. */
function understood<Answer>(body: string, schema: z.ZodType<Answer>): Answer {
  const completion = Completion.safeParse(json(body));
  const content = completion.data?.choices[0]?.message.content ?? '';
  const answer = schema.safeParse(json(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1)));
  if (!answer.success) throw new ModelFailure('its answer made no sense');
  return answer.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
