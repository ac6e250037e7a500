import { useState } from 'react';
import type { BlockId, DiagnosticPlace } from '#article';
import { m } from '../messages/messages.ts';
import { useMedia } from '../ui/use-media.ts';
import { type Finding, KINDS } from './findings.ts';
import { useSentences } from './use-sentences.ts';
import { BESIDE } from './widths.ts';

interface FindingsProps {
  findings: readonly Finding[];
  onShow: (passage: BlockId) => void;
}

/** What was left out, guessed and mended, with its place in the source and the way to it in the text. */
export function Findings({ findings, onShow }: FindingsProps) {
  const say = useSentences();
  return (
    <section className="check-findings" aria-labelledby="findings">
      <h2 id="findings">{m.bring.findings}</h2>
      {findings.length === 0 && <p className="hint">{m.bring.fine}</p>}
      {findings.some(isAbsent) && <p className="hint">{m.bring.picturesMissing}</p>}
      {say &&
        KINDS.map((kind) => {
          const own = findings.filter((it) => it.kind === kind);
          return own.length === 0 ? null : (
            <OfKind key={kind} label={m.bring.kinds[kind]} kind={kind} findings={own} say={say} onShow={onShow} />
          );
        })}
    </section>
  );
}

/** Is it a picture that could have come along? */
const isAbsent = ({ facts }: Finding): boolean => facts?.why === 'absent';

/** Where in the source something is. */
function inWords(place: DiagnosticPlace): string {
  if ('paragraph' in place) return m.bring.paragraph(place.paragraph);
  const line = place.line === undefined ? [] : [m.bring.line(place.line)];
  return ('page' in place ? [m.bring.page(place.page), ...line] : line).join(', ');
}

/** So many are shown at once. */
const SHOWN = 6;

interface OfKindProps extends FindingsProps {
  label: string;
  kind: string;
  say: (finding: Finding) => string;
}

function OfKind({ label, kind, findings, say, onShow }: OfKindProps) {
  const [all, setAll] = useState(false);
  const rest = findings.length - SHOWN;
  return (
    <details data-kind={kind} open={!useMedia(BESIDE) && kind !== 'mended'}>
      <summary>
        {label} <span className="chip">{findings.length}</span>
      </summary>
      <ul>
        {(all ? findings : findings.slice(0, SHOWN)).map((finding) => {
          const { passage, place, code, message } = finding;
          return (
            <li key={`${code} ${inWords(place)} ${message}`}>
              {say(finding)}{' '}
              <span className="finding-place">
                {inWords(place)}
                {passage && (
                  <button type="button" className="text-button" onClick={() => onShow(passage)}>
                    {m.bring.show}
                  </button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {!all && rest > 0 && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {m.bring.more(rest)}
        </button>
      )}
    </details>
  );
}
