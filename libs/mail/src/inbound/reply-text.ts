/**
 * What somebody wrote in a reply, without what they quoted and without their signature. Mail programs mark a quotation in few ways:
 * by `>`, by a line over it that says who wrote when, or (Outlook) by a block of headers with the whole mail under it. Every line is
 * looked at a bounded number of times, so no mail takes long to read.
 */

/** A reply with all it quotes is read as far as this; what is quoted stands behind, as a rule. */
const READ_CHARACTERS = 100_000;
/** Longer than any line over a quotation, and than the lines that mail programs break it into. */
const HEADER_CHARACTERS = 400;
const HEADER_LINES = 4;

/** Over a quotation: `On Monday, Dora <dora@…> wrote:`, in the language of the mail program. */
const BEGINS = /^\W{0,3}(On|Am|Le|El|Il|Em|Op|Den|W dniu|Dnia)\s/;
const WROTE = /(^|\s)(wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|pisze|napisał)(\s|:)/;
/** Or the name first: `Dora <dora@…> schrieb am 23.11.2026:`. */
const NAMED = /^[^<>]{0,100}<[^<>@\s]{1,64}@[^<>@\s]{1,200}>\s(wrote|schrieb|escribió|a écrit)\b[^:]*(:\d\d[^:]*)?:$/;

/** The first header of Outlook's block, and those of which one stands within the lines under it. */
const OUTLOOK_FROM = /^\*?(From|Von|De|Da|Van)\s?:\*?\s/;
const OUTLOOK_SENT = /^\*?(Sent|Date|Gesendet|Datum|Envoyé|Enviado( el)?|Fecha|Inviato|Verzonden)\s?:\*?\s/;
const OUTLOOK_LINES = 3;
const ORIGINAL =
  /^-{2,}\s?(original message|ursprüngliche nachricht|message d['’]origine|mensaje original|messaggio originale|weitergeleitete nachricht|forwarded message)\s?-{2,}$/i;

const SIGNATURE = /^(--\s?|_{8,}|—)$/;
const DEVICE =
  /^(sent from my |get outlook for |sent with |gesendet von |von meinem .{1,40} gesendet|envoyé (de|depuis|à partir de) |télécharger outlook pour |enviado desde |obtener outlook para )/i;
const CLOSING =
  /^(mit (freundlichen|besten|herzlichen|lieben) grüßen|(viele|beste|liebe|herzliche|schöne|freundliche) grüße|lg|mfg|vg|(un )?(cordial |atento )?saludos?( cordiales)?|atentamente|(bien )?cordialement|bien à (toi|vous)|amicalement|(best|kind|warm)( regards| wishes)|regards|cheers)[,.!]?$/i;
/** Lines that may stand under a closing: a name, an office, a telephone. */
const UNDER_CLOSING = 6;

export function replyText(mail: string): string {
  const lines = mail.slice(0, READ_CHARACTERS).replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  let inSignature = false;
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimEnd();
    if (beginsOldMail(lines, at)) break;
    const header = headerLength(lines, at);
    if (header > 0) {
      // Without marks, all of what follows is quoted.
      if (!isQuoted(nextWritten(lines, at + header))) break;
      at += header - 1;
      inSignature = false;
    } else if (isQuoted(line)) {
      inSignature = false;
    } else if (SIGNATURE.test(line) || DEVICE.test(line.trim())) {
      inSignature = true;
    } else if (!inSignature) {
      kept.push(line);
    }
  }
  return withoutClosing(
    kept
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
}

const isQuoted = (line: string): boolean => /^\s?>/.test(line);

const nextWritten = (lines: readonly string[], from: number): string =>
  lines.slice(from, from + HEADER_LINES).find((line) => line.trim() !== '') ?? '';

function beginsOldMail(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (ORIGINAL.test(line)) return true;
  return (
    OUTLOOK_FROM.test(line) &&
    lines.slice(at + 1, at + 1 + OUTLOOK_LINES).some((next) => OUTLOOK_SENT.test(next.trim()))
  );
}

/** Over how many lines a quote header reaches that begins here; 0 where none does. */
function headerLength(lines: readonly string[], at: number): number {
  const first = (lines[at] ?? '').trim();
  if (first.length <= HEADER_CHARACTERS && NAMED.test(first)) return 1;
  if (!BEGINS.test(first)) return 0;
  for (let length = 1; length <= HEADER_LINES; length++) {
    const line = lines
      .slice(at, at + length)
      .join(' ')
      .trim();
    if (line.length > HEADER_CHARACTERS || (lines[at + length - 1] ?? '').trim() === '') return 0;
    // With a number (a date) or an address: else it may be a sentence of the reply.
    if (/:\s?-*$/.test(line)) return WROTE.test(line) && /\d|@/.test(line) ? length : 0;
  }
  return 0;
}

function withoutClosing(text: string): string {
  const lines = text.split('\n');
  const closing = lines.findLastIndex((line) => CLOSING.test(line.trim()));
  if (closing <= 0 || lines.length - closing - 1 > UNDER_CLOSING) return text;
  return lines.slice(0, closing).join('\n').trim();
}
