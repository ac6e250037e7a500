import { type FormEvent, useState } from 'react';
import { EVERYONE, type SeminarState } from '#seminar';
import { newGroupId } from '../../ids.ts';
import { m } from '../../messages/messages.ts';
import { Field } from '../../ui/field.tsx';
import { dealOut, unplaced } from '../../views/audiences.ts';
import { allowedInOpen, send } from '../actions.ts';
import { useRoom, useSession } from '../session.ts';
import { GroupRow } from './group-row.tsx';

/** The groups of the seminar: instructors form them, members come and go where they may. */
export default function Groups() {
  const main = useRoom((room) => room.shown.everyone.state);
  const mayForm = useRoom((room) => allowedInOpen(room, 'group.form'));
  const groups = [...main.groups.values()];
  return (
    <div className="groups">
      <p className="lead">{m.groups.lead}</p>
      {groups.length === 0 && !mayForm && <p>{m.groups.none}</p>}
      <ul>
        {groups.map((group) => (
          <GroupRow key={group.group} group={group} mayForm={mayForm} />
        ))}
      </ul>
      {mayForm && groups.length > 0 && <Unplaced main={main} />}
      {mayForm && <Form />}
    </div>
  );
}

/** Those in no group, and a way to deal them out at once. */
function Unplaced({ main }: { main: SeminarState }) {
  const session = useSession();
  const alone = unplaced(main).length;
  if (alone === 0) return null;
  const divide = () => {
    for (const data of dealOut(main)) send(session, EVERYONE, { type: 'group.join', data });
  };
  return (
    <p className="unplaced">
      {m.groups.unplaced(alone)}{' '}
      <button type="button" className="link" onClick={divide}>
        {m.groups.divide}
      </button>
    </p>
  );
}

function Form() {
  const session = useSession();
  const most = useRoom((room) => room.limits.groupNameCharacters);
  const [name, setName] = useState('');
  const [open, setOpen] = useState(false);
  const form = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    send(session, EVERYONE, { type: 'group.form', data: { group: newGroupId(), name, open } });
    setName('');
  };
  return (
    <form className="group-form" onSubmit={form}>
      <Field
        label={m.groups.name}
        value={name}
        maxLength={most}
        required
        onChange={(event) => setName(event.target.value)}
      />
      <label className="tick">
        <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
        {m.groups.mayMove}
      </label>
      <button type="submit" className="button primary">
        {m.groups.form}
      </button>
    </form>
  );
}
