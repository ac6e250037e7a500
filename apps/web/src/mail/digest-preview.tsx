import { useState } from 'react';
import type { SeminarId } from '#seminar';
import { m } from '../messages/messages.ts';

const SPANS = { all: '', month: '?days=30', week: '?days=7', day: '?days=1' } as const;
type Span = keyof typeof SPANS;
const isSpan = (value: string): value is Span => value in SPANS;

/** The digest as it would be now: made by the server from what was said, in a frame of its own. */
export function DigestPreview({ seminar, title }: { seminar: SeminarId; title: string }) {
  const [span, setSpan] = useState<Span>('all');
  return (
    <div className="mail-view">
      <select
        className="select"
        aria-label={m.mail.preview}
        value={span}
        onChange={(event) => isSpan(event.target.value) && setSpan(event.target.value)}
      >
        {Object.entries(m.mail.previewOf).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <iframe title={m.mail.previewTitle(title)} src={`/mails/preview/${seminar}${SPANS[span]}`} />
    </div>
  );
}
