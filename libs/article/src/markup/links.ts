const SAFE = /^(?:https?:\/\/|mailto:)[^\s]+$/i;
const LONGEST = 2_000;

/** The address if a reader may follow it: http, https or mailto. */
export function safeLink(address: string): string | undefined {
  const href = address.trim();
  return SAFE.test(href) && href.length <= LONGEST ? href : undefined;
}
