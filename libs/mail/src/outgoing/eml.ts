import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailSite } from '../mail-site.ts';
import type { StoredMail } from '../mails.ts';

/** Headers whose value holds what people wrote: encoded where it is not ASCII (RFC 2047). All others go out as they are stored. */
const WITH_WORDS = new Set(['List-Id']);

/**
 * The whole message as it goes over the wire (RFC 5322, CRLF): plain text and HTML beside it, quoted-printable. The same mail gives the
 * same bytes.
 */
export function toEml(
  { id, address, subject, html, text, headers: all, at }: Omit<StoredMail, 'person' | 'status' | 'error'>,
  { from }: Pick<MailSite, 'from'>,
): Promise<Buffer> {
  const {
    'Message-ID': messageId,
    'In-Reply-To': inReplyTo,
    'Reply-To': replyTo,
    References: references,
    ...headers
  } = all;
  const composer = new MailComposer({
    from,
    to: address ?? 'undisclosed-recipients:;',
    subject,
    date: new Date(at),
    ...{ messageId, inReplyTo, references, replyTo },
    text,
    html,
    encoding: 'quoted-printable',
    baseBoundary: id,
    newline: 'win',
    headers: Object.entries(headers).map(([key, value]) => ({
      key,
      value: WITH_WORDS.has(key) ? value : { prepared: true, foldLines: false, value },
    })),
    // Names as they are written here, not as the library would write them.
    normalizeHeaderKey: (key) => key,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
