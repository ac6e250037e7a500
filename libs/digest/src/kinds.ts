import type { DigestKind, Frequencies } from '#protocol';
import type { Role } from '#seminar';

/** What there is to tell each role. */
export const KINDS: Readonly<Record<Role, readonly DigestKind[]>> = {
  instructor: ['class', 'to-me', 'followed', 'rest'],
  participant: ['to-me', 'followed', 'rest'],
  observer: ['rest'],
};

/** What a new member is told, until they say otherwise; what is not named, never. */
export const DEFAULT_FREQUENCIES: Readonly<Record<Role, Frequencies>> = {
  instructor: { class: 'weekly', 'to-me': 'daily' },
  participant: { 'to-me': 'daily', followed: 'daily', rest: 'weekly' },
  observer: { rest: 'weekly' },
};
