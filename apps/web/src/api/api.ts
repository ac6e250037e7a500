/** The HTTP routes of the gateway, one function each. An error is thrown as `ApiError`, never as anything else. */
import type { Mending } from '#article';
import type {
  AtAnswer,
  EventsAnswer,
  FrequenciesRequest,
  ImportAnswer,
  ImportRequest,
  Invite,
  InviteAnswer,
  InvitesAnswer,
  JoinByInviteRequest,
  MailboxRequest,
  MailHours,
  MailSettings,
  MeAnswer,
  MembersAnswer,
  MembershipAnswer,
  NotificationsAnswer,
  OpenSeminarRequest,
  PictureAnswer,
  ProtocolError,
  RetryRequest,
  SearchAnswer,
  SeminarSummary,
  UploadAnswer,
  UploadsAnswer,
} from '#protocol';
import type { Audience, ReadMarks, Role, SeminarId } from '#seminar';
import { type Messages, m } from '../messages/messages.ts';

/** A request that did not succeed: `error.message` is a sentence for people. */
export class ApiError extends Error {
  constructor(readonly error: ProtocolError) {
    super(error.message);
  }
}

/** What the page itself says of it. */
const failed = (code: keyof Messages['failed']): ProtocolError => ({ code, message: m.failed[code] });

/** Any failure as a `ProtocolError`: a bug or a lost connection counts as 'server/unavailable'. */
export const errorOf = (cause: unknown): ProtocolError =>
  cause instanceof ApiError ? cause.error : failed('server/unavailable');

export const getMe = () => request<MeAnswer>('GET', '/me');
export const signOut = () => request<unknown>('POST', '/sign-out', {});
export const openSeminar = (body: OpenSeminarRequest) => request<MembershipAnswer>('POST', '/seminars', body);
export const getSeminar = (seminar: SeminarId) => request<SeminarSummary>('GET', `/seminars/${seminar}`);
export const getReadMarks = (seminar: SeminarId) => request<ReadMarks>('GET', `/seminars/${seminar}/read-marks`);
/** Goes out even where the page is being left, unless it is more than a browser keeps alive. */
export const sendReadMarks = (seminar: SeminarId, marks: ReadMarks) =>
  request<ReadMarks>('POST', `/seminars/${seminar}/read-marks`, marks, {
    keepalive: Object.keys(marks.subjects).length < KEPT_ALIVE,
  });
export const search = (seminar: SeminarId, query: Record<string, string>, signal?: AbortSignal) =>
  request<SearchAnswer>(
    'GET',
    `/seminars/${seminar}/search?${new URLSearchParams(query)}`,
    undefined,
    signal ? { signal } : {},
  );
export const getNotifications = () => request<NotificationsAnswer>('GET', '/me/notifications');
export const getEvents = (seminar: SeminarId, audience: Audience, after: number, limit: number) =>
  request<EventsAnswer>(
    'GET',
    `/seminars/${seminar}/events?${new URLSearchParams({ audience, after: `${after}`, limit: `${limit}` })}`,
  );
export const getAt = (seminar: SeminarId, position: number) =>
  request<AtAnswer>('GET', `/seminars/${seminar}/at/${position}`);
export const getMembers = (seminar: SeminarId) => request<MembersAnswer>('GET', `/seminars/${seminar}/members`);
/** Where a picture of an article is, or the file it was read from. */
export const assetAddress = (seminar: SeminarId, hash: string): string => `/api/seminars/${seminar}/assets/${hash}`;
/** Brings a file; a text that was pasted has no name. */
export const uploadArticle = (seminar: SeminarId, file: File) =>
  request<UploadAnswer>(
    'POST',
    `/seminars/${seminar}/uploads?${new URLSearchParams(file.name === '' ? {} : { name: file.name })}`,
    file,
  );
export const getUploads = (seminar: SeminarId) => request<UploadsAnswer>('GET', `/seminars/${seminar}/uploads`);
export const getUpload = (seminar: SeminarId, upload: string) =>
  request<UploadAnswer>('GET', `/seminars/${seminar}/uploads/${upload}`);
export const retryUpload = (seminar: SeminarId, upload: string, body: RetryRequest) =>
  request<UploadAnswer>('POST', `/seminars/${seminar}/uploads/${upload}/retry`, body);
export const keepMendings = (seminar: SeminarId, upload: string, mendings: Mending[]) =>
  request<unknown>('POST', `/seminars/${seminar}/uploads/${upload}/mendings`, { mendings });
export const dropUpload = (seminar: SeminarId, upload: string) =>
  request<unknown>('DELETE', `/seminars/${seminar}/uploads/${upload}`);
/** A picture for what one writes. */
export const uploadPicture = (seminar: SeminarId, picture: Blob) =>
  request<PictureAnswer>('POST', `/seminars/${seminar}/pictures`, picture);
export const importArticle = (seminar: SeminarId, body: ImportRequest) =>
  request<ImportAnswer>('POST', `/seminars/${seminar}/articles`, body);
export const makeInvite = (seminar: SeminarId, body: { role: Role }) =>
  request<Invite>('POST', `/seminars/${seminar}/invites`, body);
export const getInvites = (seminar: SeminarId) => request<InvitesAnswer>('GET', `/seminars/${seminar}/invites`);
export const takeBackInvite = (seminar: SeminarId, token: string) =>
  request<unknown>('DELETE', `/seminars/${seminar}/invites/${encodeURIComponent(token)}`);
/** What one is told by e-mail: by sign-in, or by the token of a link out of a mail. */
export const getMailSettings = (token?: string) => request<MailSettings>('GET', mailPath(token));
export const setMailbox = (body: MailboxRequest) => request<MailSettings>('POST', '/me/mail', body);
export const setMailHours = (token: string, body: MailHours) => request<MailSettings>('POST', mailPath(token), body);
export const setFrequencies = (seminar: SeminarId, body: FrequenciesRequest, token?: string) =>
  request<MailSettings>('POST', token ? `${mailPath(token)}/seminars/${seminar}` : `/seminars/${seminar}/mail`, body);
export const stopMails = (token: string) => fetchAnswer<unknown>('POST', `/mail/${encodeURIComponent(token)}/stop`, {});
const mailPath = (token: string | undefined) => (token ? `/mail/${encodeURIComponent(token)}` : '/me/mail');
export const getInvite = (token: string) => request<InviteAnswer>('GET', `/invites/${encodeURIComponent(token)}`);
export const joinByInvite = (token: string, body: JoinByInviteRequest) =>
  request<MembershipAnswer>('POST', `/invites/${encodeURIComponent(token)}/join`, body);

const request = <T>(method: Method, path: string, body?: unknown, how: RequestInit = {}) =>
  fetchAnswer<T>(method, `/api${path}`, body, how);

/** Marks that are well below 64 kB, the most that browsers send of a page that is gone. */
const KEPT_ALIVE = 400;

type Method = 'GET' | 'POST' | 'DELETE';

async function fetchAnswer<T>(method: Method, path: string, body?: unknown, how: RequestInit = {}): Promise<T> {
  const init: RequestInit = { ...how, method, headers: { accept: 'application/json' } };
  if (body instanceof Blob) {
    init.body = body;
    init.headers = { ...init.headers, 'content-type': 'application/octet-stream' };
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, 'content-type': 'application/json' };
  }
  const response = await fetch(path, init).catch(() => undefined);
  if (!response) throw new ApiError(failed('server/unavailable'));
  const answer: { error?: ProtocolError } | undefined = await response.json().catch(() => undefined);
  if (response.ok) return answer as T; // The gateway answers in the shapes of libs/protocol.
  throw new ApiError(answer?.error ?? failed(response.status >= 500 ? 'server/unavailable' : 'server/failure'));
}
