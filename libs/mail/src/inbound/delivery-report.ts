import type { ParsedMail } from 'mailparser';

/** What a mail server, or the provider of a mailbox, tells of a mail of ours. */
export interface DeliveryReport {
  /** `delayed` may still arrive; `bounce` will never; `complaint`: its reader calls it spam. */
  kind: 'delayed' | 'bounce' | 'complaint';
  /** Ids of mails that it returns a copy of, or the headers. */
  messageIds: string[];
}

const RETURNED = /^Message-ID:\s*(<[^<>\s]{1,250}>)/gim;

/** The report in a multipart/report of delivery (RFC 3464) or of abuse (RFC 5965); `undefined` where it is none. */
export function readReport(mail: ParsedMail): DeliveryReport | undefined {
  const parts = mail.attachments.map(({ contentType, content }) => ({ contentType, text: content.toString('latin1') }));
  const messageIds = parts.flatMap(({ text }) => [...text.matchAll(RETURNED)].flatMap(([, id]) => (id ? [id] : [])));
  const status = parts.find(({ contentType }) => contentType === 'message/delivery-status');
  if (status) {
    const kind = kindOf(status.text);
    return kind && { kind, messageIds };
  }
  const feedback = parts.find(({ contentType }) => contentType === 'message/feedback-report');
  if (feedback && /^Feedback-Type:\s*(abuse|fraud)\b/im.test(feedback.text)) return { kind: 'complaint', messageIds };
  return undefined;
}

/** The fields of each recipient stand apart from those of the mail and of each other by an empty line (RFC 3464 §2.1). */
function kindOf(status: string): 'delayed' | 'bounce' | undefined {
  const recipients = status.split(/\r?\n\r?\n/).filter((fields) => /^Action:/im.test(fields));
  const bounced = recipients.some((fields) => /^Action:\s*failed\b/im.test(fields) && /^Status:\s*5\./im.test(fields));
  if (bounced) return 'bounce';
  return recipients.some((fields) => /^Action:\s*(failed|delayed)\b/im.test(fields)) ? 'delayed' : undefined;
}
