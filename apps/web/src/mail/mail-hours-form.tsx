import { type FormEvent, useState } from 'react';
import type { MailSettings } from '#protocol';
import { setMailbox, setMailHours } from '../api/api.ts';
import { locale, m } from '../messages/messages.ts';
import { Field } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { useSending } from '../ui/use-sending.ts';
import { firstTimeZone, hourInWords, timeZones, weekdayInWords } from '../views/mail-hours.ts';

export interface MailHoursFormProps {
  settings: MailSettings;
  /** By a link out of a mail only the hours can be chosen. */
  token: string | undefined;
  onChange: (settings: MailSettings) => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Where mails go, and when those come that come daily or weekly. */
export function MailHoursForm({ settings: { mailbox, sends }, token, onChange }: MailHoursFormProps) {
  const [address, setAddress] = useState(mailbox.address ?? '');
  const [timeZone, setTimeZone] = useState(() => firstTimeZone(mailbox));
  const [hour, setHour] = useState(mailbox.hour);
  const [weekday, setWeekday] = useState(mailbox.weekday);
  const [saved, setSaved] = useState(false);
  const { busy, problem, send } = useSending();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(async () => {
      setSaved(false);
      const hours = { timeZone, hour, weekday };
      onChange(
        token === undefined
          ? await setMailbox({ ...hours, address: address.trim() || null })
          : await setMailHours(token, hours),
      );
      setSaved(true);
    });
  };
  return (
    <form className="panel" onSubmit={submit}>
      <h2>{m.mail.where}</h2>
      {!sends && <p className="note-line">{m.mail.notSending}</p>}
      {token === undefined && (
        <Field
          label={m.mail.address}
          hint={m.mail.addressHint}
          type="email"
          autoComplete="email"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      )}
      <AddressNote mailbox={mailbox} sends={sends} />
      <div className="mail-hours">
        <SelectField label={m.mail.hour} value={`${hour}`} onChange={(value) => setHour(Number(value))}>
          {HOURS.map((it) => (
            <option key={it} value={it}>
              {hourInWords(it, locale())}
            </option>
          ))}
        </SelectField>
        <SelectField label={m.mail.weekday} value={`${weekday}`} onChange={(value) => setWeekday(Number(value))}>
          {WEEKDAYS.map((it) => (
            <option key={it} value={it}>
              {weekdayInWords(it, locale())}
            </option>
          ))}
        </SelectField>
        <SelectField label={m.mail.timeZone} value={timeZone} onChange={setTimeZone}>
          {timeZones(timeZone).map((it) => (
            <option key={it} value={it}>
              {it.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
      </div>
      <Problem>{problem}</Problem>
      <p className="mail-foot">
        <button type="submit" className="button primary" disabled={busy}>
          {m.mail.save}
        </button>
        <span role="status">{saved ? m.mail.saved : ''}</span>
      </p>
    </form>
  );
}

function AddressNote({ mailbox: { address, confirmed, stopped }, sends }: Pick<MailSettings, 'mailbox' | 'sends'>) {
  if (address === null || !sends) return null;
  if (stopped) return <p className="note-line">{m.mail.stopped[stopped]}</p>;
  return confirmed ? null : <p className="note-line">{m.mail.unconfirmed}</p>;
}
