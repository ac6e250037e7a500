import { useMemo, useState } from 'react';
import { v4, v7 } from 'uuid';
import type { ArticlePreview, ArticleSource, SeminarSummary } from '#protocol';
import { ArticleId, CommandId } from '#seminar';
import { importArticle } from '../api/api.ts';
import { ArticleView } from '../article/article-view.tsx';
import { m } from '../messages/en.ts';
import { navigate } from '../routing/location.ts';
import { pathOf } from '../routing/route.ts';
import { Field } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useSending } from '../ui/use-sending.ts';
import { placesOf } from '../views/numbering.ts';
import { Found } from './found.tsx';

export interface PreviewProps {
  source: ArticleSource;
  preview: ArticlePreview;
  summary: SeminarSummary;
  onAgain: () => void;
}

const nothing = () => null;

/** What was understood of the text, as it will be read; then it is published, or another is chosen. */
export function Preview({ source, preview, summary, onAgain }: PreviewProps) {
  const { document, diagnostics } = preview;
  const [title, setTitle] = useState(document.title);
  /** The article that this is a new version of; none for a new one. */
  const [replaces, setReplaces] = useState<ArticleId>();
  const [ids] = useState(() => ({ command: CommandId.parse(v7()), article: ArticleId.parse(v4()) }));
  const { busy, problem, send } = useSending();
  const places = useMemo(() => placesOf(document), [document]);
  const shown = useMemo(() => ({ ...document, title: title.trim() || document.title }), [document, title]);
  const publish = () =>
    send(async () => {
      const article = replaces ?? ids.article;
      const version = (summary.articles.find((it) => it.article === article)?.version ?? 0) + 1;
      await importArticle(summary.seminar, { ...source, command: ids.command, article, version, title: title.trim() });
      navigate(pathOf({ screen: 'room', seminar: summary.seminar, article }));
    });
  return (
    <div className="preview">
      <section className="preview-text" aria-label={m.bring.beginning}>
        <ArticleView article={shown} places={places} beside={nothing} after={nothing} />
      </section>
      <div className="preview-facts">
        <section className="panel">
          <Field label={m.bring.titleField} value={title} onChange={(event) => setTitle(event.target.value)} />
          {summary.articles.length > 0 && (
            <label className="field">
              <span>{m.bring.asVersion}</span>
              <select
                className="input"
                value={replaces ?? ''}
                onChange={(event) => setReplaces(ArticleId.safeParse(event.target.value).data)}
              >
                <option value="">{m.bring.newArticle}</option>
                {summary.articles.map((it) => (
                  <option key={it.article} value={it.article}>
                    {m.bring.newVersion(it.title, it.version + 1)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <Problem>{problem}</Problem>
          <div className="preview-actions">
            <button type="button" className="button primary" disabled={busy} onClick={publish}>
              {busy ? m.bring.publishing : m.bring.publish}
            </button>
            <button type="button" className="button" disabled={busy} onClick={onAgain}>
              {m.bring.again}
            </button>
          </div>
        </section>
        <Found document={document} diagnostics={diagnostics} />
      </div>
    </div>
  );
}
