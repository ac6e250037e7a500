import MailComposer from 'nodemailer/lib/mail-composer';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import type { MailSite } from '../mail-site.ts';
import type { StoredMail } from '../mails.ts';

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
    // As they are stored. What people wrote in them is folded; addresses must not be (RFC 8058 wants them whole).
    headers: Object.entries(headers).map(([key, value]) => ({
      key,
      value: { prepared: true, foldLines: key === 'List-Id', value: key === 'List-Id' ? encodedPhrase(value) : value },
    })),
    // Names as they are written here, not as the library would write them.
    normalizeHeaderKey: (key) => key,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Longer than this no encoded word may be (RFC 2047 §2), its marks and the header's name included. */
const WORD = 52;

/** `"Title" <id>`, with a title that is not ASCII in encoded words; the id stays as it is. */
function encodedPhrase(value: string): string {
  const [, phrase, id] = /^"(.*)" (<[^<>]+>)$/su.exec(value) ?? [];
  const ascii = /^[ -~]*$/.test(value);
  return ascii || phrase === undefined ? value : `${encodeWord(phrase, 'Q', WORD)} ${id}`;
}
