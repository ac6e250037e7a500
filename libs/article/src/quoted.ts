const QUOTED = 60;

/** The beginning of a text on one line, short enough for a message. */
export function beginning(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  const characters = Array.from(line.slice(0, 2 * QUOTED));
  const cut = characters.length > QUOTED || line.length > 2 * QUOTED;
  return `${characters.slice(0, QUOTED).join('')}${cut ? '…' : ''}`;
}

/** The same in typographic quotes. */
export const quoted = (text: string): string => `“${beginning(text)}”`;
