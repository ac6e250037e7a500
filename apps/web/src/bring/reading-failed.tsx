import { useState } from 'react';
import { FORMATS, type Format } from '#article';
import type { UploadAnswer } from '#protocol';
import type { SeminarId } from '#seminar';
import { retryUpload } from '../api/api.ts';
import { inWords } from '../messages/in-words.ts';
import { m } from '../messages/messages.ts';
import { Problem } from '../ui/problem.tsx';
import { useSending } from '../ui/use-sending.ts';
import { formatName } from './format-name.ts';

interface ReadingFailedProps {
  seminar: SeminarId;
  upload: UploadAnswer;
  onRetried: (upload: UploadAnswer) => void;
  onTakeAway: () => void;
}

/** Why a file could not be read, and another try, perhaps as something else. */
export function ReadingFailed({ seminar, upload, onRetried, onTakeAway }: ReadingFailedProps) {
  const [format, setFormat] = useState<Format>();
  const { busy, problem, send } = useSending();
  const retry = () =>
    send(async () => onRetried(await retryUpload(seminar, upload.upload, { ...(format && { format }) })));
  return (
    <section className="panel">
      <h2>{m.bring.failed}</h2>
      {upload.error && <p>{inWords(upload.error)}</p>}
      <p className="hint">{m.bring.kept}</p>
      <label className="field">
        <span>{m.bring.readAgainAs}</span>
        <select
          className="input"
          value={format ?? ''}
          onChange={(event) => setFormat(FORMATS.find((it) => it === event.target.value))}
        >
          <option value="">{m.bring.guessed}</option>
          {FORMATS.map((it) => (
            <option key={it} value={it}>
              {formatName(it)}
            </option>
          ))}
        </select>
      </label>
      <Problem>{problem}</Problem>
      <div className="preview-actions">
        <button type="button" className="button primary" disabled={busy} onClick={() => void retry()}>
          {m.bring.tryAgain}
        </button>
        <button type="button" className="button" disabled={busy} onClick={onTakeAway}>
          {m.bring.takeAway}
        </button>
      </div>
    </section>
  );
}
