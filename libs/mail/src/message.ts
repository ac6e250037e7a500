import { createHash } from 'node:crypto';
import type { MailDocument } from './document.ts';
import { renderHtml } from './html/render-html.ts';
import { renderText } from './render-text.ts';

/** A mail as it is stored and sent. */
export interface Message {
  subject: string;
  html: string;
  text: string;
  headers: Readonly<Record<string, string>>;
}

export interface Envelope {
  /** A UUID: the mail's own, so that it keeps its Message-ID however often it is tried. */
  id: string;
  /** The host after the @ in ids and addresses. */
  domain: string;
  /** What the mails of one reader about one thing share, so that clients show them as one conversation. */
  conversation: string;
  /** The list that it belongs to (RFC 2919): a seminar, with its title. */
  list?: { id: string; title: string } | undefined;
  /** Where one click stops these mails (RFC 8058); an answer to what its reader did has none. */
  unsubscribe?: string | undefined;
  replyTo?: string | undefined;
}

export const messageIdOf = ({ id, domain }: Pick<Envelope, 'id' | 'domain'>): string => `<${id}@${domain}>`;

/** The parts of a MIME message: HTML, plain text, and the headers that make lists and threads of it. */
export async function composeMessage(mail: MailDocument, envelope: Envelope): Promise<Message> {
  const { domain, conversation, list, unsubscribe, replyTo } = envelope;
  const root = `<${createHash('sha256').update(conversation).digest('hex').slice(0, 32)}@${domain}>`;
  return {
    subject: oneLine(mail.subject),
    html: await renderHtml(mail),
    text: renderText(mail),
    headers: {
      'Message-ID': messageIdOf(envelope),
      'In-Reply-To': root,
      References: root,
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe
        ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
      ...(list ? { 'List-Id': `"${oneLine(list.title).replace(/["\\]/gu, '')}" <${list.id}.${domain}>` } : {}),
      ...(replyTo ? { 'Reply-To': replyTo } : {}),
    },
  };
}

/** No header is ever broken by what people write. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
