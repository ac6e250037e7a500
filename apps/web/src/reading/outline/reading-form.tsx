import { type FormEvent, useState } from 'react';
import { type BlockId } from '#article';
import { EVERYONE } from '#seminar';
import { newAssignmentId } from '../../ids.ts';
import { locale, m } from '../../messages/messages.ts';
import { Field } from '../../ui/field.tsx';
import { Problem } from '../../ui/problem.tsx';
import { instantOf, localMoment, type ReadingView } from '../../views/readings.ts';
import { inFull } from '../../views/when.ts';
import { notify, send } from '../actions.ts';
import { useSession, useView } from '../session.ts';

const MOST = 100;
const USUAL = { contributions: 2, days: 7, hour: 18 };

/** Asking for a reading of the article that is open, and what is asked already. */
export function ReadingForm() {
  const session = useSession();
  const readings = useView((view) => view?.readings) ?? [];
  const [changing, setChanging] = useState<ReadingView>();
  const withdraw = ({ assignment }: ReadingView) => {
    if (changing?.assignment === assignment) setChanging(undefined);
    send(session, EVERYONE, { type: 'reading.withdraw', data: { assignment } });
  };
  return (
    <div className="readings">
      <p className="lead">{m.reading.lead}</p>
      {readings.length > 0 && (
        <section aria-labelledby="readings-asked">
          <h3 className="label" id="readings-asked">
            {m.reading.standing}
          </h3>
          <ul className="readings-asked">
            {readings.map((reading) => (
              <Standing
                key={reading.assignment}
                reading={reading}
                current={reading.assignment === changing?.assignment}
                onChange={() => setChanging(reading)}
                onWithdraw={() => withdraw(reading)}
              />
            ))}
          </ul>
        </section>
      )}
      <Asking
        key={changing?.assignment}
        title={changing ? m.reading.changeThis : readings.length > 0 ? m.reading.another : undefined}
        changing={changing}
        onLeave={() => setChanging(undefined)}
      />
    </div>
  );
}

interface StandingProps {
  reading: ReadingView;
  current: boolean;
  onChange(): void;
  onWithdraw(): void;
}

function Standing({ reading, current, onChange, onWithdraw }: StandingProps) {
  const sections = useView((view) => view?.document.sections) ?? [];
  const title = sections.find(({ id }) => id === reading.section)?.title;
  const what = title === undefined ? m.reading.whole : m.reading.upTo(title);
  return (
    <li aria-current={current || undefined}>
      <p>
        <b>{what}</b>
        <span>{m.reading.terms(reading.contributions, inFull(reading.due, locale()))}</span>
      </p>
      <span className="readings-tools">
        <button type="button" className="text-button" aria-label={`${m.reading.change}: ${what}`} onClick={onChange}>
          {m.reading.change}
        </button>
        <button
          type="button"
          className="text-button"
          aria-label={`${m.reading.withdraw}: ${what}`}
          onClick={onWithdraw}
        >
          {m.reading.withdraw}
        </button>
      </span>
    </li>
  );
}

interface AskingProps {
  /** Where there is something to tell it from. */
  title: string | undefined;
  changing: ReadingView | undefined;
  onLeave(): void;
}

/** The fields: for a new reading, or for one that is changed. */
function Asking({ title, changing, onLeave }: AskingProps) {
  const session = useSession();
  const article = useView((view) => view?.article);
  const sections = useView((view) => view?.document.sections) ?? [];
  const articleTitle = useView((view) => view?.document.title);
  const [begun] = useState(() => localMoment(changing ? new Date(changing.due) : usualDay()));
  const [moment, setMoment] = useState(begun);
  const [section, setSection] = useState<BlockId | undefined>(
    sections.some(({ id }) => id === changing?.section) ? changing?.section : undefined,
  );
  const [contributions, setContributions] = useState(String(changing?.contributions ?? USUAL.contributions));
  const [problem, setProblem] = useState<string>();
  // The seconds of the day that stands are kept as they are.
  const isSameDay = changing && moment.date === begun.date && moment.time === begun.time;
  const due = isSameDay ? changing.due : instantOf(moment);

  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!article || !due) return;
    if (!isSameDay && Date.parse(due) <= Date.now()) return setProblem(m.reading.past);
    const assignment = changing?.assignment ?? newAssignmentId();
    send(session, EVERYONE, {
      type: 'reading.assign',
      data: { assignment, article, ...(section && { section }), contributions: Number(contributions), due },
    });
    notify(session, changing ? m.reading.changed : m.reading.asked);
    event.currentTarget.closest('dialog')?.close();
  };
  return (
    <form className="reading-form" onSubmit={ask}>
      {title && <h3 className="label">{title}</h3>}
      <label className="field">
        <span>
          {m.reading.what} <small>{articleTitle}</small>
        </span>
        <select
          className="input"
          value={section ?? ''}
          onChange={({ target }) => setSection(sections.find(({ id }) => id === target.value)?.id)}
        >
          <option value="">{m.reading.whole}</option>
          {sections.map(({ id, title, level }) => (
            <option key={id} value={id}>
              {'\u2003'.repeat(level - 1)}
              {m.reading.upTo(title)}
            </option>
          ))}
        </select>
      </label>
      <Field
        label={m.reading.contributions}
        hint={m.reading.contributionsHint}
        type="number"
        required
        min={0}
        max={MOST}
        value={contributions}
        onChange={({ target }) => setContributions(target.value)}
      />
      <div className="reading-due">
        <Field
          label={m.reading.day}
          type="date"
          required
          value={moment.date}
          onChange={({ target }) => setMoment({ ...moment, date: target.value })}
        />
        <Field
          label={m.reading.hour}
          hint={Intl.DateTimeFormat().resolvedOptions().timeZone}
          type="time"
          required
          value={moment.time}
          onChange={({ target }) => setMoment({ ...moment, time: target.value })}
        />
      </div>
      <Problem>{problem}</Problem>
      <div className="reading-actions">
        <button type="submit" className="button primary">
          {changing ? m.reading.save : m.reading.submit}
        </button>
        {changing && (
          <button type="button" className="text-button" onClick={onLeave}>
            {m.cancel}
          </button>
        )}
      </div>
    </form>
  );
}

/** A week from now, in the evening. */
function usualDay(): Date {
  const day = new Date();
  day.setDate(day.getDate() + USUAL.days);
  day.setHours(USUAL.hour, 0, 0, 0);
  return day;
}
