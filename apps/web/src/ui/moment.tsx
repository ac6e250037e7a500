import { inFull, when } from '../views/when.ts';

/** A point in time, short; in full on hover. */
export function Moment({ at }: { at: string }) {
  if (at === '') return null;
  return (
    <time dateTime={at} title={inFull(at)}>
      {when(at, new Date())}
    </time>
  );
}
