/**
 * Every error that a person or a client can cause. Codes are part of the protocol and are never renamed; the HTTP status
 * and the sentence for each stand here and nowhere else.
 */

import { z } from 'zod';
import { READ_ERRORS, type ReadErrorCode, type ReadFailure, RefusalFacts, RefusalSaying } from '#article';
import { REJECTIONS, type RejectionCode } from '#seminar';

const TRANSPORT = {
  'request/malformed': [400, 'The request is not of the form that the protocol describes.'],
  'request/too-large': [413, 'That is more than this server takes at once.'],
  'request/too-deep': [400, 'The message is nested too deep.'],
  'request/unknown-route': [404, 'There is nothing at this address.'],
  'request/too-many': [429, 'Too much at once. Wait a moment, then try again.'],
  'request/wrong-origin': [403, 'This came from another site, so it was not carried out.'],
  'text/ill-formed': [400, 'The text holds characters that are no text (NUL or half a surrogate pair).'],
  'session/none': [401, 'Nobody is signed in. Open your invitation or sign-in link again.'],
  'sign-in/invalid': [401, 'This sign-in link is no longer valid. Ask for a new one.'],
  'mail/invalid-link': [404, 'This link is not valid. Open it from the newest mail, or sign in.'],
  'mail/unknown': [404, 'There is no such mail.'],
  'mail/unknown-time-zone': [400, 'This time zone is not known here. Choose another one.'],
  'operator/none': [401, 'This page is for operators. Open the link that `npm run -s catena -- operator link` prints.'],
  'operator/link-invalid': [
    401,
    'This link is no longer valid. `npm run -s catena -- operator link` prints a new one.',
  ],
  'job/unknown': [404, 'There is no such failed job; perhaps it was run again already.'],
  'invite/unknown': [404, 'This invitation does not exist or was taken back. Ask for a new one.'],
  'invite/expired': [410, 'This invitation has expired. Ask for a new one.'],
  'mail/wrong-secret': [401, 'Whoever brings mail has to send the secret of this server (MAIL_HOOK_SECRET).'],
  'member/name-length': [400, 'Write a name, not too long.'],
  'command/id-taken': [409, 'This command id was used for something else. Send it with a new id.'],
  'log/position-ahead': [409, 'That position is beyond the end of the log. Join again from the start.'],
  'metrics/not-allowed': [403, 'Metrics are for this machine, or for whoever has the METRICS_TOKEN of the server.'],
  'asset/unknown': [404, 'There is no such file in this seminar.'],
  'picture/not-one': [415, 'That is no picture that can be shown here. Send a PNG, JPEG, GIF or WebP.'],
  'picture/too-large': [413, 'The picture is larger than this server takes. Make it smaller.'],
  'asset/gone': [409, 'The file or a picture of this article is no longer kept here. Bring it again.'],
  'upload/unknown': [404, 'This file was published or taken away, or it was brought too long ago. Bring it again.'],
  'upload/reading': [409, 'This file is being read. Wait for it, or take it away.'],
  'server/unavailable': [503, 'The server is busy or restarting. What you wrote is kept; it will be sent again.'],
  'server/failure': [500, 'Something went wrong on the server. What you wrote is kept.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

type TransportCode = keyof typeof TRANSPORT;
/** Every code: of the transport, of what an article can be refused for, and of the rules of the seminar. */
export type ErrorCode = TransportCode | ReadErrorCode | RejectionCode;

/** What kind of refusal it is in HTTP's words; 409 where nothing else is said. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  'article/unsupported-format': 415,
  'article/not-text': 422,
  'article/ill-formed-text': 422,
  'article/empty': 422,
  'article/no-title': 422,
  'article/too-tangled': 422,
  'article/damaged': 422,
  'article/unsafe-archive': 422,
  'article/encrypted': 422,
  'article/no-document': 422,
  'article/several-documents': 422,
  'article/scanned': 422,
  'article/out-of-bounds': 422,
  'seminar/not-open': 404,
  'seminar/title-length': 400,
  'policy/not-a-member': 403,
  'policy/not-allowed': 403,
  'member/unknown': 404,
  'poll/unknown': 404,
  'poll/words': 422,
  'poll/unknown-option': 422,
  'timer/length': 422,
  'group/unknown': 404,
  'group/name': 422,
  'article/unknown': 404,
  'article/unknown-version': 404,
  'article/too-large': 413,
  'article/no-text': 422,
  'article/duplicate-block': 422,
  'anchor/unknown-block': 422,
  'anchor/quote-mismatch': 422,
  'anchor/too-many': 422,
  'annotation/unknown': 404,
  'annotation/deleted': 410,
  'annotation/deleted-by-another': 403,
  'annotation/restore-too-late': 410,
  'annotation/words-erased': 410,
  'annotation/empty': 422,
  'annotation/too-long': 422,
  'annotation/too-deep': 422,
  'annotation/tags': 422,
  'summary/unknown': 404,
  'summary/uncited': 422,
  'summary/length': 422,
  'reading/unknown': 404,
  'reading/unknown-section': 422,
  'reading/another-article': 422,
  'reading/due-passed': 422,
};

const isTransport = (code: ErrorCode): code is TransportCode => code in TRANSPORT;

const SENTENCES: Record<Exclude<ErrorCode, TransportCode>, string> = { ...READ_ERRORS, ...REJECTIONS };

/** All codes, for the documentation and for tests. */
export const ERROR_CODES: readonly ErrorCode[] = Object.keys({ ...TRANSPORT, ...SENTENCES }) as ErrorCode[];

export const ProtocolError = z.object({
  code: z.string(),
  /** A sentence for people that says what to do. */
  message: z.string(),
  /** Where in the request it is wrong, e.g. `data.target.anchors[0].block`. */
  path: z.string().optional(),
  /** Of a file that can't be read: which sentence says why, and what it is made of. */
  reason: z.object({ saying: RefusalSaying, facts: RefusalFacts }).optional().catch(undefined),
});
/** An error as it is answered, over HTTP as `{ error }`, over the socket as `{ ok: false, error }`. */
export interface ProtocolError {
  code: ErrorCode;
  message: string;
  path?: string | undefined;
  reason?: { saying: RefusalSaying; facts: RefusalFacts } | undefined;
}

/** The error with this code, in its own words or in better ones. */
/** Why a file can't be read, as it is answered. */
export const readError = ({ code, message, saying, facts = {} }: Omit<ReadFailure, 'ok'>): ProtocolError => ({
  ...protocolError(code, message),
  ...(saying && { reason: { saying, facts } }),
});

export function protocolError(code: ErrorCode, message?: string, path?: string): ProtocolError {
  const error: ProtocolError = { code, message: message ?? messageOf(code) };
  return path === undefined ? error : { ...error, path };
}

export const messageOf = (code: ErrorCode): string => (isTransport(code) ? TRANSPORT[code][1] : SENTENCES[code]);

/** The HTTP status that goes with a code. */
export const statusOf = (code: ErrorCode): number => (isTransport(code) ? TRANSPORT[code][0] : (STATUS[code] ?? 409));
