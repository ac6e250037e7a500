import { useId, useState } from 'react';
import { DIGEST_KINDS, type DigestKind, FREQUENCIES, type Frequency, type MailSettings } from '#protocol';
import { setFrequencies } from '../api/api.ts';
import { m } from '../messages/messages.ts';
import { Problem } from '../ui/problem.tsx';
import { useSending } from '../ui/use-sending.ts';
import { DigestPreview } from './digest-preview.tsx';

export type SeminarMailsProps = MailSettings['seminars'][number] & {
  token: string | undefined;
  onChange: (settings: MailSettings) => void;
};

/** Of one seminar: what one is told, each as often as one likes. A choice is kept at once. */
export function SeminarMails({ seminar, title, role, frequencies, token, onChange }: SeminarMailsProps) {
  const { busy, problem, send } = useSending();
  const [saved, setSaved] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const choose = (kind: DigestKind, frequency: Frequency) =>
    send(async () => {
      setSaved(false);
      onChange(await setFrequencies(seminar, { frequencies: { [kind]: frequency } }, token));
      setSaved(true);
    });
  return (
    <section className="panel" aria-label={title}>
      <h2 className="mail-seminar">
        {title} <span className="chip">{m.roles[role]}</span>
      </h2>
      <ul className="mail-kinds">
        {DIGEST_KINDS.map((kind) => {
          const frequency = frequencies[kind];
          return (
            frequency && (
              <KindChoice
                key={kind}
                kind={kind}
                frequency={frequency}
                busy={busy}
                onChoose={(it) => choose(kind, it)}
              />
            )
          );
        })}
      </ul>
      <Problem>{problem}</Problem>
      <p className="mail-foot">
        {token === undefined && (
          <button
            type="button"
            className="button small"
            aria-expanded={previewing}
            onClick={() => setPreviewing(!previewing)}
          >
            {m.mail.preview}
          </button>
        )}
        <span role="status">{saved ? m.mail.saved : ''}</span>
      </p>
      {previewing && <DigestPreview seminar={seminar} title={title} />}
    </section>
  );
}

interface KindChoiceProps {
  kind: DigestKind;
  frequency: Frequency;
  busy: boolean;
  onChoose: (frequency: Frequency) => void;
}

function KindChoice({ kind, frequency, busy, onChoose }: KindChoiceProps) {
  const id = useId();
  const { name, what } = m.mail.kinds[kind];
  return (
    <li>
      <label htmlFor={id}>
        <b>{name}</b> <small>{what}</small>
      </label>
      <select
        id={id}
        className="select"
        value={frequency}
        disabled={busy}
        onChange={({ target }) => {
          const chosen = FREQUENCIES.find((it) => it === target.value);
          if (chosen) onChoose(chosen);
        }}
      >
        {FREQUENCIES.map((it) => (
          <option key={it} value={it}>
            {m.mail.frequencies[it]}
          </option>
        ))}
      </select>
    </li>
  );
}
