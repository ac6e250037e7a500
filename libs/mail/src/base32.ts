/** Base32 (RFC 4648 §6) in lower case and without padding. */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const BITS = 5;

export function encodeBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  let text = '';
  for (let at = 0; at < bits.length; at += BITS) {
    text += ALPHABET.charAt(Number.parseInt(bits.slice(at, at + BITS).padEnd(BITS, '0'), 2));
  }
  return text;
}

/** Whole bytes only: bits that are left over are dropped. */
export function decodeBase32(text: string): Uint8Array {
  const bits = Array.from(text, (char) => ALPHABET.indexOf(char).toString(2).padStart(BITS, '0')).join('');
  return Uint8Array.from({ length: Math.floor(bits.length / 8) }, (_, n) =>
    Number.parseInt(bits.slice(n * 8, n * 8 + 8), 2),
  );
}
