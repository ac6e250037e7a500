import { FORMAT_NAMES } from '#article';
import type { ArticlePreview } from '#protocol';
import { m } from '../messages/messages.ts';

/** What was found in a text, and what about it was guessed. */
export function Found({ document, diagnostics, format }: ArticlePreview) {
  return (
    <section className="panel">
      <h2>{m.bring.found}</h2>
      <p>{m.bring.readAs(FORMAT_NAMES[format])}</p>
      <ul className="found">
        {document.sections.map(({ id, title, level, blocks }) => (
          <li key={id} data-level={level}>
            <span>{title || m.bring.untitled}</span>
            <span>{m.bring.paragraphs(blocks.length)}</span>
          </li>
        ))}
        <li>
          <span />
          <span>{m.bring.notes(document.notes.length)}</span>
        </li>
        {document.references && (
          <li>
            <span />
            <span>{m.bring.references(document.references.length)}</span>
          </li>
        )}
      </ul>
      {diagnostics.length === 0 ? (
        <p>{m.bring.fine}</p>
      ) : (
        <details>
          <summary>{m.bring.diagnostics(diagnostics.length)}</summary>
          <ul className="diagnostics">
            {diagnostics.map(({ code, message, place }) => (
              <li key={`${code} ${m.bring.place(place)} ${message}`}>
                <b>{m.bring.place(place)}</b> {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
