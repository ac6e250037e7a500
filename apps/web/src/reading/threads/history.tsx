import { useState } from 'react';
import { type Words, withNames } from '#seminar';
import { locale, m } from '../../messages/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Moment } from '../../ui/moment.tsx';
import { inFull } from '../../views/when.ts';
import { wordDiff } from '../../views/word-diff.ts';
import { useNames } from '../live/people.ts';

/** That it was edited, and how it was worded before. */
export function History({ words }: { words: Words }) {
  const [open, setOpen] = useState(false);
  if (!words.editedAt) return null;
  return (
    <>
      {', '}
      <button type="button" className="edited" title={inFull(words.editedAt, locale())} onClick={() => setOpen(true)}>
        {m.thread.edited}
      </button>
      {open && (
        <Dialog title={m.thread.history} onClose={() => setOpen(false)}>
          <Versions words={words} />
        </Dialog>
      )}
    </>
  );
}

/** Every wording, the newest first, each with what it changed. */
function Versions({ words }: { words: Words }) {
  const nameOf = useNames();
  const all = [...words.earlier, { body: words.body, at: words.editedAt ?? words.at }].map(({ body, at }) => ({
    at,
    body: body === null ? null : withNames(body, nameOf),
  }));
  const versions = all.map((version, index) => ({ ...version, before: all[index - 1]?.body })).reverse();
  return (
    <ol className="versions" reversed>
      {versions.map(({ at, body, before }) => (
        <li key={at}>
          <p className="meta">
            <Moment at={at} />
            {before === undefined && `, ${m.thread.firstWording}`}
          </p>
          {body === null ? (
            <p className="tombstone">{m.thread.erased}</p>
          ) : (
            <Changes before={before ?? body} after={body} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Changes({ before, after }: { before: string; after: string }) {
  let at = 0;
  return (
    <p className="changes">
      {wordDiff(before, after).map(({ kind, text }) => {
        at += text.length;
        if (kind === 'same') return text;
        const Tag = kind === 'added' ? 'ins' : 'del';
        return <Tag key={`${kind} ${at}`}>{text}</Tag>;
      })}
    </p>
  );
}
