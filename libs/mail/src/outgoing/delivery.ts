/** What came of handing a mail over. */
export type Delivery =
  | { kind: 'sent' }
  /** Not now: the server is out of reach, or says so (4yz). */
  | { kind: 'later'; reason: string }
  /** Never: `unknownRecipient` where there is nobody at the address. */
  | { kind: 'refused'; reason: string; unknownRecipient: boolean }
  /** The words went out and no answer came. */
  | { kind: 'unknown'; reason: string };

/** What nodemailer says of a failure. */
export interface SmtpFailure {
  message: string;
  code?: string;
  /** The SMTP command that was answered, `CONN` where none was. */
  command?: string;
  /** The reply as it came, e.g. `550 5.1.1 No such user`. */
  response?: string;
  responseCode?: number;
}

/**
 * Only a refusal of the recipient or of the message is about this mail. A wrong password, or a sender that the server does not
 * take, is for an operator to put right, and the mail goes out after that.
 */
export function deliveryOf(failure: SmtpFailure, handedOver: boolean): Delivery {
  const { message: reason, code, command, response, responseCode } = failure;
  if (code === 'EENVELOPE' && command === 'API') return { kind: 'refused', reason, unknownRecipient: true };
  if (handedOver && !responseCode) return { kind: 'unknown', reason };
  const aboutMail = command === 'RCPT TO' || command === 'DATA';
  if (!aboutMail || !responseCode || responseCode < 500) return { kind: 'later', reason };
  return { kind: 'refused', reason, unknownRecipient: command === 'RCPT TO' && saysNobodyThere(response ?? '') };
}

/** Enhanced codes (RFC 3463) that say: no such mailbox, no such host, moved away, disabled. */
const NOBODY = /^5\.(1\.(1|2|3|6|10)|2\.1)$/;
/** Where there is no enhanced code: a mailbox that does not exist or has no such name (RFC 5321 §4.2.3). */
const NOBODY_PLAINLY = /^(550|551|553)\b(?!.*\b(relay|spam|block|polic|denied)) ?/i;

/** A refusal by policy is about us, and must not stop the mails of everybody there. */
export function saysNobodyThere(response: string): boolean {
  const [, enhanced] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? [];
  return enhanced ? NOBODY.test(enhanced) : NOBODY_PLAINLY.test(response);
}
