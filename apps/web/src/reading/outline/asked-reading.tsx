import { locale, m } from '../../messages/messages.ts';
import type { ReadingView } from '../../views/readings.ts';
import { inFull, weekdayOf } from '../../views/when.ts';
import { allowedInOpen } from '../actions.ts';
import { useNames } from '../live/people.ts';
import { useRoom } from '../session.ts';

/** Where to read to and by when; to a participant what is still to write, to an instructor who has. */
export function AskedReading({ reading }: { reading: ReadingView }) {
  const you = useRoom((room) => room.you.member);
  const instructor = useRoom((room) => allowedInOpen(room, 'reading.assign'));
  const { due, contributions, progress } = reading;
  const mine = progress.find(({ member }) => member === you);
  const isOver = Date.parse(due) < Date.now();
  return (
    <div className="asked-reading">
      <p>
        <time dateTime={due} title={inFull(due, locale())}>
          {isOver ? m.reading.wasDue(weekdayOf(due, locale())) : m.reading.readBy(weekdayOf(due, locale()))}
        </time>
        {mine && contributions > 0 && (
          <>
            {' · '}
            <span className={mine.enough ? 'enough' : undefined}>
              {m.reading.written(Math.min(mine.written, contributions), contributions)}
            </span>
          </>
        )}
      </p>
      {instructor && contributions > 0 && progress.length > 0 && <WhoWrote reading={reading} />}
    </div>
  );
}

function WhoWrote({ reading: { progress } }: { reading: ReadingView }) {
  const nameOf = useNames();
  const named = progress.map((it) => ({ ...it, name: nameOf(it.member) }));
  named.sort((a, b) => a.name.localeCompare(b.name, locale()));
  const enough = progress.filter((it) => it.enough).length;
  return (
    <details>
      <summary>{m.reading.haveWritten(enough, progress.length)}</summary>
      <ul>
        {named.map(({ member, name, written, enough: done }) => (
          <li key={member} className={done ? 'enough' : undefined}>
            <span>{name}</span>
            <span>{m.reading.wrote(written)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
