import { type FormEvent, useState } from 'react';
import type { Role } from '#seminar';
import { joinByInvite } from '../api/api.ts';
import { newCommandId } from '../ids.ts';
import { m } from '../messages/messages.ts';
import { navigate } from '../routing/location.ts';
import { pathOf } from '../routing/route.ts';
import { Field } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useSending } from '../ui/use-sending.ts';

/** A name, and in. */
export function JoinForm({ token, role, name: known }: { token: string; role: Role; name: string }) {
  const [name, setName] = useState(known);
  // Made once: sent twice, one joins once.
  const [command] = useState(newCommandId);
  const { busy, problem, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(async () => {
      const { seminar } = await joinByInvite(token, { command, name: name.trim() });
      navigate(pathOf({ screen: 'room', seminar }), 'replace');
    });
  };
  return (
    <form className="panel" onSubmit={submit}>
      <Field
        label={m.join.name}
        hint={m.join.nameHint}
        value={name}
        required
        autoFocus
        autoComplete="name"
        onChange={(event) => setName(event.target.value)}
      />
      <Problem>{problem}</Problem>
      <button type="submit" className="button primary" disabled={busy || !name.trim()}>
        {m.join.submit}
      </button>
      <p>
        {m.join.as(m.roles[role])}: {m.share.roleHint[role]}.
      </p>
    </form>
  );
}
