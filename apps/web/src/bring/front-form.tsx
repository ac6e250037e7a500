import { useId, useState } from 'react';
import type { Article, Author, Mending } from '#article';
import { m } from '../messages/messages.ts';
import { Field } from '../ui/field.tsx';
import { useMedia } from '../ui/use-media.ts';
import { BESIDE } from './widths.ts';

interface FrontFormProps {
  article: Article;
  mend: (mending: Mending) => void;
}

/** What stands above the text, to be put right. */
export function FrontForm({ article, mend }: FrontFormProps) {
  const { title, subtitle = '', authors, abstract } = article;
  return (
    <details className="check-front" open={!useMedia(BESIDE)}>
      <summary>{m.bring.front}</summary>
      <Field
        label={m.bring.titleField}
        value={title}
        onChange={(event) => mend({ type: 'title', title: event.target.value })}
      />
      <Field
        label={m.bring.subtitleField}
        value={subtitle}
        onChange={(event) => mend({ type: 'subtitle', subtitle: event.target.value })}
      />
      <Lines
        label={m.bring.authorsField}
        hint={m.bring.authorsHint}
        value={authors.map(lineOf).join('\n')}
        onValue={(text) => mend({ type: 'authors', authors: authorsIn(text, authors) })}
      />
      <Lines
        label={m.bring.abstractField}
        hint={m.bring.abstractHint}
        value={abstract.map(({ text }) => text).join('\n\n')}
        onValue={(text) => mend({ type: 'abstract', text })}
      />
    </details>
  );
}

interface LinesProps {
  label: string;
  hint: string;
  value: string;
  onValue: (text: string) => void;
}

/** Characters to a line of the form, and lines that are shown without scrolling. */
const [ROW, MOST_ROWS] = [42, 7];

/** Several lines, as they are typed: what they mean is said of them when one leaves. */
function Lines({ label, hint, value, onValue }: LinesProps) {
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const rows = Math.min(
    MOST_ROWS,
    (typed ?? value).split('\n').reduce((sum, line) => sum + Math.ceil(line.length / ROW) || 1, 0) + 1,
  );
  return (
    <label className="field" htmlFor={id}>
      <span>
        {label} <small>{hint}</small>
      </span>
      <textarea
        id={id}
        className="input"
        rows={rows}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed !== undefined && typed !== value) onValue(typed);
          setTyped(undefined);
        }}
      />
    </label>
  );
}

const lineOf = ({ name, affiliation }: Author): string => (affiliation ? `${name}, ${affiliation}` : name);

/** Whoever keeps their name keeps what is not shown here. */
function authorsIn(text: string, known: readonly Author[]): Author[] {
  return text.split('\n').flatMap((line): Author[] => {
    const comma = line.indexOf(',');
    const name = (comma === -1 ? line : line.slice(0, comma)).trim();
    const affiliation = comma === -1 ? '' : line.slice(comma + 1).trim();
    if (name === '') return [];
    const { affiliation: _, ...same } = known.find((author) => author.name === name) ?? { name };
    return [{ ...same, name, ...(affiliation !== '' && { affiliation }) }];
  });
}
