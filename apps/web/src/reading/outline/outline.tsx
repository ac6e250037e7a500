import { memo } from 'react';
import { m } from '../../messages/messages.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import type { OutlineEntry } from '../../views/outline.ts';
import { allowedInOpen } from '../actions.ts';
import { useNames } from '../live/people.ts';
import { showPart } from '../scroll-to.ts';
import { useRoom, useSession, useUi, useView } from '../session.ts';
import { AskedReading } from './asked-reading.tsx';
import { SinceCard } from './since-card.tsx';

/** The sections with what was said in each; beside the text, or over it in a drawer. */
export function Outline({ drawer }: { drawer: boolean }) {
  const { ui } = useSession();
  const entries = useView((view) => view?.outline) ?? [];
  const current = useUi((it) => it.section);
  const readings = useView((view) => view?.readings) ?? [];
  const instructor = useRoom((room) => allowedInOpen(room, 'reading.assign'));
  const hasGroups = useRoom(({ shown }) => shown.everyone.state.groups.size > 0);
  const close = () => ui.update((was) => ({ ...was, outlineOpen: false }));
  const go = (id: string) => {
    if (drawer) close();
    history.replaceState(null, '', `#${id}`);
    showPart(id);
  };
  return (
    <>
      {drawer && <div className="scrim" onPointerDown={close} aria-hidden="true" />}
      <nav className={drawer ? 'outline drawer' : 'outline'} aria-label={m.top.sections}>
        <div className="outline-head">
          <h2 className="label">{m.top.sections}</h2>
          {drawer && (
            <button type="button" className="icon-button" aria-label={m.close} onClick={close}>
              <CloseIcon />
            </button>
          )}
        </div>
        <ol>
          {entries.map((entry) => (
            <li key={entry.id} className={`level-${Math.min(entry.level, 3)}`}>
              <Entry entry={entry} current={entry.id === current} go={go} />
              {readings
                .filter(({ upTo }) => upTo === entry.id)
                .map((reading) => (
                  <AskedReading key={reading.assignment} reading={reading} />
                ))}
            </li>
          ))}
        </ol>
        {instructor && (
          <button
            type="button"
            className="text-button ask-reading"
            onClick={() => ui.update((was) => ({ ...was, dialog: 'readings' }))}
          >
            {m.reading.ask}
          </button>
        )}
        {(instructor || hasGroups) && (
          <button
            type="button"
            className="text-button ask-reading"
            onClick={() => ui.update((was) => ({ ...was, dialog: 'groups' }))}
          >
            {m.groups.open}
          </button>
        )}
        {drawer && <ReplayButton onGo={close} />}
        <SinceCard onGo={drawer ? close : undefined} />
      </nav>
    </>
  );
}

/** Looking back, where there is no strip of time at the foot of the screen. */
function ReplayButton({ onGo }: { onGo: () => void }) {
  const { past } = useSession();
  const first = useRoom((room) => room.confirmed.everyone.contents.words.minBy(({ position }) => position)?.position);
  if (first === undefined) return null;
  return (
    <button
      type="button"
      className="text-button ask-reading"
      onClick={() => {
        onGo();
        past.go(first);
      }}
    >
      {m.replay.start}
    </button>
  );
}

interface EntryProps {
  entry: OutlineEntry;
  current: boolean;
  go: (id: string) => void;
}

const Entry = memo(function Entry({ entry, current, go }: EntryProps) {
  const nameOf = useNames();
  const { id, title, said, fresh, questions, share, here } = entry;
  const there = here.map(nameOf);
  const inWords = [
    said > 0 && m.outline.said(said),
    fresh > 0 && m.outline.fresh(fresh),
    questions > 0 && m.since.questions(questions),
    here.length > 0 && m.outline.here(m.list(there)),
  ].filter((part) => part !== false);
  return (
    <a
      className="entry"
      href={`#${id}`}
      aria-current={current ? 'location' : undefined}
      onClick={(event) => {
        event.preventDefault();
        go(id);
      }}
    >
      <span className="entry-title">{title}</span>
      {inWords.length > 0 && <span className="unseen">: {inWords.join(', ')}</span>}
      <span className="entry-counts" aria-hidden="true">
        {questions > 0 && (
          <span className="open-questions" title={m.since.questions(questions)}>
            {questions}?
          </span>
        )}
        {said > 0 && <span title={m.outline.said(said)}>{said}</span>}
        {fresh > 0 && (
          <span className="fresh" title={m.outline.fresh(fresh)}>
            +{fresh}
          </span>
        )}
      </span>
      {here.length > 0 && (
        <span className="entry-here" aria-hidden="true" title={m.outline.here(m.list(there))}>
          {here.slice(0, 5).map((member) => (
            <Avatar key={member} member={member} name={nameOf(member)} size="s" />
          ))}
          {here.length > 5 && <small>+{here.length - 5}</small>}
        </span>
      )}
      <span className="bar" aria-hidden="true">
        <i style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
    </a>
  );
});
