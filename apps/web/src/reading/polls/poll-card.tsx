import { EVERYONE } from '#seminar';
import { m } from '../../messages/messages.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { Moment } from '../../ui/moment.tsx';
import { PollIcon } from '../../ui/tool-icons.tsx';
import type { PollOption, PollView } from '../../views/polls.ts';
import { allowed, openThread, send } from '../actions.ts';
import { useName, useNames } from '../live/people.ts';
import { useRoom, useSession } from '../session.ts';
import { openPoll } from './open-poll.ts';
import { rememberBallot } from './use-polls.ts';

/** A poll beside its passage: folded it is a line, open it is answered, and shows how many chose what. */
export function PollCard({ poll, open, sheet = false }: { poll: PollView; open: boolean; sheet?: boolean }) {
  const session = useSession();
  if (!open) {
    return (
      <button type="button" className="card folded" onClick={() => openPoll(session, poll)}>
        <PollIcon />
        <span className="chip chip-poll">{poll.open ? m.poll.title : m.poll.closed}</span>
        <span className="words">{poll.question}</span>
        <span className="count">{poll.total}</span>
      </button>
    );
  }
  return <OpenPoll poll={poll} sheet={sheet} />;
}

function OpenPoll({ poll, sheet }: { poll: PollView; sheet: boolean }) {
  const session = useSession();
  const name = useName(poll.by);
  const mayAnswer = useRoom((room) => allowed(room, 'poll.answer', EVERYONE)) && poll.open;
  const mayClose = useRoom((room) => allowed(room, 'poll.close', EVERYONE)) && poll.open;
  const choose = (option: number) => {
    if (!poll.named) rememberBallot(poll.poll, option);
    send(session, EVERYONE, { type: 'poll.answer', data: { poll: poll.poll, option } });
  };
  return (
    <section className={`card thread poll${sheet ? '' : ' on'}`} aria-label={m.poll.title}>
      <header className="thread-tools">
        <span className="chip chip-poll">
          <PollIcon />
          {poll.open ? m.poll.title : m.poll.closed}
        </span>
        <span className="chip">{poll.named ? m.poll.named : m.poll.anonymous}</span>
        <span className="space" />
        <button
          type="button"
          className="icon-button"
          aria-label={m.close}
          onClick={() => openThread(session, undefined)}
        >
          <CloseIcon />
        </button>
      </header>
      <h3 className="poll-question">{poll.question}</h3>
      <p className="meta">
        {name}, <Moment at={poll.at} />
      </p>
      <fieldset className="poll-options" aria-label={poll.question}>
        {poll.options.map((option, index) => (
          <Option
            key={option.text}
            option={option}
            mine={poll.mine === index}
            choose={mayAnswer ? () => choose(index) : undefined}
          />
        ))}
      </fieldset>
      <footer className="poll-foot">
        <span role="status">{m.poll.answers(poll.total)}</span>
        <span className="hint">{poll.named ? m.poll.namedWhy : m.poll.anonymousWhy}</span>
        {mayClose && (
          <button
            type="button"
            className="button small"
            onClick={() => send(session, EVERYONE, { type: 'poll.close', data: { poll: poll.poll } })}
          >
            {m.poll.close}
          </button>
        )}
      </footer>
    </section>
  );
}

/** An answer with its bar and its number; a button while one may choose. */
function Option({
  option: { text, votes, share, members },
  mine,
  choose,
}: {
  option: PollOption;
  mine: boolean;
  choose: (() => void) | undefined;
}) {
  const nameOf = useNames();
  const names = members.map(nameOf);
  return (
    <button
      type="button"
      aria-pressed={mine}
      className={mine ? 'poll-option mine' : 'poll-option'}
      disabled={!choose}
      title={names.length > 0 ? m.list(names) : undefined}
      onClick={choose}
    >
      <i aria-hidden="true" style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      <span>{text}</span>
      <b>{m.number(votes)}</b>
    </button>
  );
}
