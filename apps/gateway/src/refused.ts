import type { ZodError } from 'zod';
import { type ErrorCode, type ProtocolError, protocolError } from '#protocol';

/** Something that a person or a client caused, on its way to the one place that answers it. */
export class Refused extends Error {
  readonly error: ProtocolError;

  constructor(error: ErrorCode | ProtocolError) {
    const whole = typeof error === 'string' ? protocolError(error) : error;
    super(whole.message);
    this.error = whole;
  }
}

type Issue = Pick<ZodError['issues'][number], 'message'> & { path?: readonly unknown[] | undefined; params?: unknown };

/** What to answer where a request does not fit its schema: the first thing that is wrong, and where. */
export function malformed(issues: readonly Issue[]): Refused {
  const [issue] = issues;
  const path = pathOf(issue?.path ?? []);
  if (isObject(issue?.params) && issue.params.code === 'text/ill-formed') {
    return new Refused(protocolError('text/ill-formed', undefined, path));
  }
  const where = path === undefined ? 'The request' : `'${path}'`;
  return new Refused(protocolError('request/malformed', `${where} does not fit: ${issue?.message}.`, path));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function pathOf(path: readonly unknown[]): string | undefined {
  const keys = path.map((segment) => (isObject(segment) ? segment.key : segment));
  return keys.length === 0 ? undefined : keys.reduce<string>(step, '');
}

const step = (path: string, key: unknown): string =>
  typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`;
