import { locale } from '../messages/messages.ts';
import { inFull, when } from '../views/when.ts';

/** A point in time, short; in full on hover. */
export function Moment({ at }: { at: string }) {
  if (at === '') return null;
  return (
    <time dateTime={at} title={inFull(at, locale())}>
      {when(at, new Date(), locale())}
    </time>
  );
}
