import { createHash } from 'node:crypto';
import { type AddressObject, type HeaderValue, type ParsedMail, simpleParser } from 'mailparser';
import { type DeliveryReport, readReport } from './delivery-report.ts';
import { replyText } from './reply-text.ts';

/** A mail that came in, as far as it matters here. */
export interface IncomingMail {
  /** Its Message-ID; a digest of the mail where it has none. The same mail that comes twice has the same. */
  id: string;
  /** The Message-ID where it can be named in an answer. */
  messageId: string | undefined;
  /** In lower case. */
  from: string | undefined;
  /** Whom its headers name, in lower case. */
  to: string[];
  /** What its writer wrote, without quotations and signature. */
  text: string;
  attachments: number;
  /** No person wrote it. */
  automatic: boolean;
  report: DeliveryReport | undefined;
}

/** More HTML than this is not made text of. */
const HTML_CHARACTERS = 1_000_000;
/** Where servers on the way note whom a mail was for. */
const ENVELOPE_HEADERS = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];

/** Throws where it is no mail, or one with parts or headers without end. */
export async function readMail(raw: Buffer): Promise<IncomingMail> {
  const mail = await simpleParser(raw, {
    ...{ skipTextToHtml: true, skipImageLinks: true, maxHtmlLengthToParse: HTML_CHARACTERS },
    ...{ keepDeliveryStatus: true, ignoreEmbedded: true },
  });
  const messageId =
    mail.messageId !== undefined && /^<[!-;=?-~]{1,250}>$/.test(mail.messageId) ? mail.messageId : undefined;
  return {
    id: mail.messageId ?? createHash('sha256').update(raw).digest('hex'),
    messageId,
    from: addresses(mail.from)[0],
    to: [
      ...addresses(mail.to),
      ...addresses(mail.cc),
      ...ENVELOPE_HEADERS.flatMap((name) => words(mail.headers.get(name))),
    ],
    text: replyText(mail.text ?? '')
      .replaceAll('\0', '')
      .toWellFormed(),
    attachments: mail.attachments.filter(({ related }) => !related).length,
    automatic: isAutomatic(mail),
    report: readReport(mail),
  };
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap(({ address }) => (address ? [address.toLowerCase()] : []));
}

function words(value: HeaderValue | undefined): string[] {
  if (typeof value === 'string') return [value.replace(/[<>]/g, '').trim().toLowerCase()];
  return Array.isArray(value) ? value.flatMap((one) => (typeof one === 'string' ? words(one) : [])) : [];
}

/** RFC 3834 §2, and what was usual before it. */
function isAutomatic({ headers }: ParsedMail): boolean {
  const has = (name: string, pattern: RegExp): boolean => words(headers.get(name)).some((word) => pattern.test(word));
  return (
    has('auto-submitted', /^(?!no\b)/) ||
    has('precedence', /^(bulk|junk|list|auto_reply)$/) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponse'].some((name) => headers.has(name)) ||
    has('return-path', /^$/)
  );
}
