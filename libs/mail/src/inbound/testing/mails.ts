/** Mails that come in, for specs: as mail programs and servers write them. */

const lines = (...parts: string[]): Buffer => Buffer.from(parts.join('\n').replace(/\r?\n/g, '\r\n'));

interface Sent {
  to: string;
  from: string;
}

export const plain = ({
  to,
  from,
  text,
  id = 'plain',
  flowed = false,
}: Sent & { text: string; id?: string; flowed?: boolean }): Buffer =>
  lines(
    `From: Ben Fictus <${from}>`,
    `To: Catena <${to}>`,
    'Subject: Re: Margins',
    'Date: Mon, 23 Nov 2026 09:00:00 +0000',
    `Message-ID: <${id}@reader.example>`,
    'MIME-Version: 1.0',
    `Content-Type: text/plain; charset=utf-8${flowed ? '; format=flowed' : ''}`,
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
  );

export const htmlOnly = ({ to, from }: Sent): Buffer =>
  lines(
    `From: ${from}`,
    `To: ${to}`,
    'Subject: Re: Margins',
    'Message-ID: <html@reader.example>',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<html><body><div>It is a <b>place</b>,<br>and a narrow one.</div><br>',
    '<div class="gmail_quote"><div dir="ltr">On Mon, Nov 23, 2026 at 9:00 AM Catena &lt;reply@in.catena.example&gt; wrote:<br></div>',
    '<blockquote><p>Is a margin a place?</p><img src="https://elsewhere.example/pixel.png"></blockquote></div></body></html>',
  );

export const attached = ({ to, from }: Sent): Buffer =>
  lines(
    `From: ${from}`,
    `To: ${to}`,
    'Subject: Re: Margins',
    'Message-ID: <attached@reader.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'See the picture.',
    '--b',
    'Content-Type: image/png; name="margin.png"',
    'Content-Disposition: attachment; filename="margin.png"',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--b--',
    '',
  );

export const autoReply = ({ to, from, header }: Sent & { header: string }): Buffer =>
  lines(
    `From: ${from}`,
    `To: ${to}`,
    header,
    'Subject: Out of office',
    'Message-ID: <away@reader.example>',
    'Content-Type: text/plain',
    '',
    'I am away until spring.',
  );

/** A delivery status notification, RFC 3464. */
export const dsn = ({ to, action, status }: { to: string; action: string; status: string }): Buffer =>
  lines(
    'From: Mail Delivery System <mailer-daemon@reader.example>',
    `To: ${to}`,
    'Subject: Delivery status',
    'Message-ID: <dsn@reader.example>',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    '',
    '--r',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is about a mail that you sent.',
    '--r',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.reader.example',
    'Arrival-Date: Mon, 23 Nov 2026 09:00:00 +0000',
    '',
    'Final-Recipient: rfc822; ben@reader.example',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; see the status',
    '',
    '--r',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: Margins',
    '--r--',
    '',
  );

/** A complaint of a provider of mailboxes, RFC 5965. */
export const arf = ({ to, messageId }: { to: string; messageId: string }): Buffer =>
  lines(
    'From: Feedback <feedback@provider.example>',
    `To: ${to}`,
    'Subject: FW: Margins',
    'Message-ID: <arf@provider.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="r"',
    '',
    '--r',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is a report of abuse.',
    '--r',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    'User-Agent: Feedback/1.0',
    'Version: 1',
    '',
    '--r',
    'Content-Type: message/rfc822',
    'Content-Disposition: inline',
    '',
    'From: Catena <catena@catena.example>',
    `Message-ID: ${messageId}`,
    'Subject: Margins',
    '',
    'What was said this week.',
    '--r--',
    '',
  );
