import { z } from 'zod';
import type { Role } from '#seminar';

/** What a person can be told of, each as often as they like. */
export const DigestKind = z.enum(['class', 'to-me', 'followed', 'rest']);
export type DigestKind = z.infer<typeof DigestKind>;

export const Frequency = z.enum(['immediate', 'hourly', 'daily', 'weekly', 'never']);
export type Frequency = z.infer<typeof Frequency>;

export type Frequencies = Readonly<Partial<Record<DigestKind, Frequency>>>;

/** What a new member is told, until they say otherwise. */
export const DEFAULT_FREQUENCIES: Readonly<Record<Role, Frequencies>> = {
  instructor: { class: 'weekly', 'to-me': 'daily' },
  participant: { 'to-me': 'daily', followed: 'daily', rest: 'weekly' },
  observer: { rest: 'weekly' },
};
