import { useState } from 'react';
import { EVERYONE } from '#seminar';
import { m } from '../../messages/messages.ts';
import type { SummaryView } from '../../views/summaries.ts';
import { send } from '../actions.ts';
import { useSession } from '../session.ts';

/** Rewording a summary, sentence by sentence: what each rests on stays with it; one that is emptied is left out. */
export function SummaryForm({ summary, onClose }: { summary: SummaryView; onClose(): void }) {
  const session = useSession();
  const [begun] = useState(summary.newest);
  const [texts, setTexts] = useState(() => begun.sentences.map(({ text }) => text));
  const annotations = session.room.get().shown.everyone.state.annotations;
  const isThere = (id: (typeof begun.sentences)[number]['cites'][number]) => annotations.get(id)?.deleted === false;
  const sentences = begun.sentences
    .map((sentence, index) => ({
      ...sentence,
      cites: sentence.cites.filter(isThere),
      text: texts[index]?.trim() ?? '',
    }))
    .filter(({ text, cites }) => text !== '' && cites.length > 0);
  const save = () => {
    const { article, section, number } = begun;
    send(session, EVERYONE, { type: 'summary.edit', data: { article, section, number, sentences } });
    onClose();
  };
  return (
    <form
      className="said-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {begun.sentences.map((sentence, index) => (
        <textarea
          key={`${sentence.cites[0]}-${sentence.text}`}
          value={texts[index]}
          rows={2}
          aria-label={m.summary.sentence(index + 1)}
          onChange={({ target }) => setTexts(texts.map((text, n) => (n === index ? target.value : text)))}
        />
      ))}
      <div className="said-actions">
        <button type="submit" className="button primary small" disabled={sentences.length === 0}>
          {m.composer.save}
        </button>
        <button type="button" className="text-button" onClick={onClose}>
          {m.cancel}
        </button>
      </div>
    </form>
  );
}
