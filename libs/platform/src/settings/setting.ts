/** The kinds of settings there are: each reads the text of an environment variable and knows how to describe itself. */

import { z } from 'zod';

/** What a person needs to know to set it; a row of the table in docs/operating.md. */
export interface AboutSetting {
  description: string;
  /** Completes the sentence 'It must be …'. */
  allowed: string;
  /** What holds where nothing is set, in words. */
  otherwise: string;
  /** Never repeated in a message. */
  secret?: boolean;
}

/** Every setting registers here what it is about. */
export const aboutSettings = z.registry<AboutSetting>();

interface WholeNumber {
  description: string;
  otherwise: number;
  min: number;
  max: number;
  /** What is counted: `bytes`, `ms`, `days`. */
  unit?: string;
}

/** A whole number between two bounds, both included. */
export function wholeNumber({ description, otherwise, min, max, unit }: WholeNumber) {
  const counted = unit === undefined ? '' : ` ${unit}`;
  return z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .default(otherwise)
    .register(aboutSettings, {
      description,
      allowed: `a whole number from ${min} to ${max}${unit === undefined ? '' : ` (${unit})`}`,
      otherwise: `${otherwise}${counted}`,
    });
}

/** One of a few words. */
export function choice<const Word extends string>(about: {
  description: string;
  words: readonly [Word, ...Word[]];
  otherwise: NoInfer<Word>;
}) {
  const { description, words, otherwise } = about;
  return z
    .enum(words)
    .default(otherwise)
    .register(aboutSettings, { description, allowed: `one of ${words.join(', ')}`, otherwise });
}

/** Text that is used as it is. */
export function text({ otherwise, ...about }: { description: string; otherwise: string; allowed: string }) {
  return z
    .string()
    .trim()
    .min(1)
    .default(otherwise)
    .register(aboutSettings, { ...about, otherwise });
}

/** Text that need not be there, of a form: e.g. a host name. */
export function optionalText({ form, ...about }: AboutSetting & { form: RegExp }) {
  return z.string().trim().regex(form).optional().register(aboutSettings, about);
}

/** A port that is listened on only where it is given. */
export function optionalPort(about: { description: string; otherwise: string }) {
  return z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(65_535))
    .optional()
    .register(aboutSettings, { ...about, allowed: 'a whole number from 1 to 65535' });
}

/** An address with one of the protocols, e.g. `['redis:', 'rediss:']`. It may hold a password, so it is never shown. */
export function serviceUrl({ protocols, ...about }: { description: string; protocols: string[]; otherwise: string }) {
  return z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol))
    .optional()
    .register(aboutSettings, {
      ...about,
      allowed: `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
      secret: true,
    });
}

/** Where browsers find the site: an origin, without a path. */
export function origin(about: { description: string; otherwise: string }) {
  return z
    .string()
    .refine(isOrigin)
    .transform((value) => new URL(value).origin)
    .optional()
    .register(aboutSettings, {
      ...about,
      allowed: 'an http:// or https:// address without a path, e.g. https://catena.example.org',
    });
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return bare && (url.protocol === 'http:' || url.protocol === 'https:');
}

/** Something only the server may know. */
export function secret({ min, ...about }: { description: string; min: number; otherwise: string }) {
  return z
    .string()
    .min(min)
    .optional()
    .register(aboutSettings, { ...about, allowed: `at least ${min} characters`, secret: true });
}
