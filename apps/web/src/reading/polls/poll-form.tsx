import { type FormEvent, useEffect, useRef, useState } from 'react';
import { EVERYONE, type PassageTarget } from '#seminar';
import { newPollId } from '../../ids.ts';
import { m } from '../../messages/messages.ts';
import { Field } from '../../ui/field.tsx';
import { send } from '../actions.ts';
import { useRoom, useSession } from '../session.ts';

/** Asking everybody to choose one of a few answers. */
export default function PollForm({ target, onDone }: { target: PassageTarget; onDone: () => void }) {
  const session = useSession();
  const most = useRoom((room) => room.limits.pollOptions);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const [question, setQuestion] = useState('');
  const [options, setOptions] = useState<readonly string[]>(['', '']);
  const [named, setNamed] = useState(false);
  const given = options.map((option) => option.trim()).filter((option) => option !== '');
  const ready = question.trim() !== '' && given.length >= 2 && new Set(given).size === given.length;
  const write = (index: number, text: string) => {
    const next = options.map((option, at) => (at === index ? text : option));
    // There is always one to write in.
    setOptions(next.every((option) => option.trim() !== '') && next.length < most ? [...next, ''] : next);
  };
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const poll = newPollId();
    send(session, EVERYONE, { type: 'poll.open', data: { poll, target, question, options: given, named } });
    session.ui.update((was) => ({ ...was, poll, open: undefined, writing: undefined }));
    onDone();
  };
  return (
    <form className="poll-form" onSubmit={ask}>
      <p className="quote">{target.anchors.map(({ quote }) => quote.exact).join(' … ')}</p>
      <Field
        ref={first}
        label={m.poll.question}
        value={question}
        required
        onChange={(event) => setQuestion(event.target.value)}
      />
      <fieldset>
        <legend>{m.poll.options}</legend>
        {options.map((option, index) => (
          <input
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place
            key={index}
            className="input"
            aria-label={m.poll.option(index + 1)}
            placeholder={m.poll.option(index + 1)}
            value={option}
            onChange={(event) => write(index, event.target.value)}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{m.poll.who}</legend>
        {[false, true].map((choice) => (
          <label className="tick" key={`${choice}`}>
            <input type="radio" name="named" checked={named === choice} onChange={() => setNamed(choice)} />
            <span>
              {choice ? m.poll.named : m.poll.anonymous} <small>{choice ? m.poll.namedWhy : m.poll.anonymousWhy}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button primary" disabled={!ready}>
        {m.poll.ask}
      </button>
    </form>
  );
}
