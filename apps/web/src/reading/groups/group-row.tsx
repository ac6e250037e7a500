import { type FormEvent, useState } from 'react';
import { EVERYONE, type GroupState, type MemberId, may, standingOf } from '#seminar';
import { m } from '../../messages/messages.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { send } from '../actions.ts';
import { useNames } from '../live/people.ts';
import { useRoom, useSession } from '../session.ts';

/** One group: who is in it, and what one may do about it. */
export function GroupRow({ group, mayForm }: { group: GroupState; mayForm: boolean }) {
  const session = useSession();
  const nameOf = useNames();
  const you = useRoom((room) => room.you.member);
  const roster = useRoom((room) => room.shown.everyone.state.roster);
  const mayMove = useRoom(({ shown }) =>
    may('group.join', {
      ...standingOf(shown.everyone.state, you),
      ...{ audience: EVERYONE, about: you, open: group.open },
    }),
  );
  const [renaming, setRenaming] = useState(false);
  const inIt = group.members.has(you);
  const others = [...roster.keys()].filter((member) => !group.members.has(member));
  const move = (type: 'group.join' | 'group.leave', member: MemberId) =>
    send(session, EVERYONE, { type, data: { group: group.group, member } });
  const form = (name: string, open: boolean) =>
    send(session, EVERYONE, { type: 'group.form', data: { group: group.group, name, open } });
  return (
    <li className="group">
      <header>
        {renaming ? (
          <Rename
            name={group.name}
            onDone={(name) => {
              if (name) form(name, group.open);
              setRenaming(false);
            }}
          />
        ) : (
          <h3>{group.name}</h3>
        )}
        <span className="space" />
        {mayForm && !renaming && (
          <button type="button" className="text-button" onClick={() => setRenaming(true)}>
            {m.groups.rename}
          </button>
        )}
        {mayMove && (
          <button type="button" className="button small" onClick={() => move(inIt ? 'group.leave' : 'group.join', you)}>
            {inIt ? m.groups.leave : m.groups.join}
          </button>
        )}
      </header>
      <ul className="group-members">
        {group.members.isEmpty() && <li className="nobody">{m.groups.empty}</li>}
        {[...group.members].map((member) => (
          <li key={member} className="chip">
            {nameOf(member)}
            {mayForm && (
              <button
                type="button"
                className="icon-button"
                aria-label={m.groups.remove(nameOf(member), group.name)}
                onClick={() => move('group.leave', member)}
              >
                <CloseIcon />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayForm ? (
        <footer>
          <select
            className="input"
            aria-label={m.groups.add(group.name)}
            value=""
            onChange={(event) => {
              const added = others.find((member) => member === event.target.value);
              if (added) move('group.join', added);
            }}
          >
            <option value="">{m.groups.addWhom}</option>
            {others.map((member) => (
              <option key={member} value={member}>
                {nameOf(member)}
              </option>
            ))}
          </select>
          <label className="tick">
            <input type="checkbox" checked={group.open} onChange={(event) => form(group.name, event.target.checked)} />
            {m.groups.mayMove}
          </label>
        </footer>
      ) : (
        !group.open && <p className="hint">{m.groups.closed}</p>
      )}
    </li>
  );
}

function Rename({ name, onDone }: { name: string; onDone: (name: string | undefined) => void }) {
  const [next, setNext] = useState(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    onDone(next.trim() || undefined);
  };
  return (
    <form className="rename" onSubmit={save}>
      <input
        className="input"
        aria-label={m.groups.name}
        value={next}
        onChange={({ target }) => setNext(target.value)}
      />
      <button type="submit" className="button small">
        {m.groups.save}
      </button>
    </form>
  );
}
