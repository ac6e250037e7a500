/**
 * What somebody wrote in a reply, without what they quoted and without their signature. The library knows the quote headers and
 * signatures of many mail programs; before it reads, headers that were wrapped over lines are made one, and lines that are too long to
 * be a header are kept from its expressions, which would take long over them.
 */

import EmailReplyParser from 'email-reply-parser';

/** A reply with all it quotes is read as far as this; what is quoted stands behind, as a rule. */
const READ_CHARACTERS = 100_000;
/** Longer than any line over a quotation. */
const HEADER_CHARACTERS = 400;
const HEADER_LINES = 4;

const BEGINS = /^\W{0,3}(On|Am|Le|El|Il|Em|Op|Den|W dniu|Dnia)\s/;
const WROTE = /\b(wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|pisze)\b/;
const PLAIN_HEADER = 'On Monday, Catena <reply@example.org> wrote:';

const CLOSING =
  /^(mit (freundlichen|besten|herzlichen|lieben) grüßen|(viele|beste|liebe|herzliche|schöne) grüße|lg|mfg|vg|(un )?(cordial )?saludos?|atentamente|cordialement|bien à (toi|vous)|amicalement|(best|kind|warm)( regards| wishes)|regards|cheers|yours)( cordiales)?[,.!]?$/i;
/** Lines that may stand under a closing: a name, an office, a telephone. */
const UNDER_CLOSING = 6;

export function replyText(mail: string): string {
  const long: string[] = [];
  const lines = mail.slice(0, READ_CHARACTERS).replace(/\r\n?/g, '\n').split('\n');
  const short = joinHeaders(lines).map((line) => {
    if (line.length <= HEADER_CHARACTERS || line.startsWith('>')) return line.slice(0, HEADER_CHARACTERS);
    long.push(line);
    return `\uE000${long.length - 1}\uE000`;
  });
  const kept = new EmailReplyParser().parseReply(short.join('\n'));
  return withoutClosing(kept.replace(/\uE000(\d+)\uE000/g, (_, index) => long[Number(index)] ?? '').trim());
}

/** Makes `Am …\nschrieb Dora\n<…>:` one line that the library knows. */
function joinHeaders(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const length = headerLines(lines.slice(at, at + HEADER_LINES));
    joined.push(length > 0 ? PLAIN_HEADER : (lines[at] ?? ''));
    at += Math.max(0, length - 1);
  }
  return joined;
}

/** Over how many lines a quote header reaches that begins with the first; 0 where none does. */
function headerLines(lines: readonly string[]): number {
  if (!BEGINS.test(lines[0] ?? '')) return 0;
  for (let length = 1; length <= lines.length; length++) {
    const line = lines.slice(0, length).join(' ').trim();
    if (line.length > HEADER_CHARACTERS || lines[length - 1]?.trim() === '') return 0;
    // With a date or an address, or it may be a sentence of the reply.
    if (/:\s*-*$/.test(line)) return WROTE.test(line) && /\d{1,2}|@/.test(line) ? length : 0;
  }
  return 0;
}

function withoutClosing(text: string): string {
  const lines = text.split('\n');
  const closing = lines.findLastIndex((line) => CLOSING.test(line.trim()));
  const under = lines.length - closing - 1;
  if (closing <= 0 || under > UNDER_CLOSING) return text;
  return lines.slice(0, closing).join('\n').trim();
}
