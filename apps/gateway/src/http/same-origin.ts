import type { IncomingHttpHeaders } from 'node:http';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Did this come from our own pages? A browser says where a request comes from; a program that is no browser says nothing,
 * and carries nobody's cookies by accident.
 */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders, publicUrl: string): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || origin === new URL(publicUrl).origin;
}

/** May a request with these headers change something? */
export const mayChange = (method: string, headers: IncomingHttpHeaders, publicUrl: string): boolean =>
  SAFE.has(method) || isOwnOrigin(headers, publicUrl);
