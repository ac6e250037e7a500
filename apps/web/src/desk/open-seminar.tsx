import { type FormEvent, useState } from 'react';
import { openSeminar } from '../api/api.ts';
import { newCommandId, newSeminarId } from '../ids.ts';
import { m } from '../messages/messages.ts';
import { navigate } from '../routing/location.ts';
import { pathOf } from '../routing/route.ts';
import { Field } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useSending } from '../ui/use-sending.ts';

/** Opens a seminar and goes on to bring its article. */
export function OpenSeminar({ name: known, title: heading }: { name: string; title: string }) {
  const [title, setTitle] = useState('');
  const [name, setName] = useState(known);
  // Made once: sent twice, it is still one seminar.
  const [ids] = useState(() => ({ command: newCommandId(), seminar: newSeminarId() }));
  const { busy, problem, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(async () => {
      const { seminar } = await openSeminar({ ...ids, title: title.trim(), name: name.trim() });
      navigate(pathOf({ screen: 'bring', seminar }));
    });
  };
  return (
    <form className="panel" onSubmit={submit}>
      <h2>{heading}</h2>
      <Field
        label={m.desk.title}
        placeholder={m.desk.titleHint}
        value={title}
        required
        onChange={(event) => setTitle(event.target.value)}
      />
      <Field
        label={m.desk.name}
        hint={m.desk.nameHint}
        value={name}
        required
        autoComplete="name"
        onChange={(event) => setName(event.target.value)}
      />
      <Problem>{problem}</Problem>
      <button type="submit" className="button primary" disabled={busy || !title.trim() || !name.trim()}>
        {m.desk.submit}
      </button>
    </form>
  );
}
