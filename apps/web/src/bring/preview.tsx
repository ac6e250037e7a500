import { useCallback, useMemo, useState } from 'react';
import { type BlockId, dropBlock, mergeWithPrevious, setLevel, splitBlock } from '#article';
import type { ArticlePreview, SeminarSummary } from '#protocol';
import type { ArticleId } from '#seminar';
import { assetAddress, importArticle } from '../api/api.ts';
import { ArticleView } from '../article/article-view.tsx';
import { articleId, newArticleId, newCommandId } from '../ids.ts';
import { m } from '../messages/messages.ts';
import { navigate } from '../routing/location.ts';
import { pathOf } from '../routing/route.ts';
import { Field } from '../ui/field.tsx';
import { Problem } from '../ui/problem.tsx';
import { useSending } from '../ui/use-sending.ts';
import { placesOf } from '../views/numbering.ts';
import { Found } from './found.tsx';
import { MendTools } from './mend-tools.tsx';

export interface PreviewProps {
  preview: ArticlePreview;
  summary: SeminarSummary;
  onAgain: () => void;
}

const nothing = () => null;

/** What was understood of the text, as it will be read; then it is published, or another is chosen. */
export function Preview({ preview, summary, onAgain }: PreviewProps) {
  /** As it was read, and then as it was mended. */
  const [document, setDocument] = useState(preview.document);
  const [title, setTitle] = useState(document.title);
  /** The article that this is a new version of; none for a new one. */
  const [replaces, setReplaces] = useState<ArticleId>();
  const [ids] = useState(() => ({ command: newCommandId(), article: newArticleId() }));
  const { busy, problem, send } = useSending();
  const places = useMemo(() => placesOf(document), [document]);
  const shown = useMemo(() => ({ ...document, title: title.trim() || document.title }), [document, title]);
  const publish = () =>
    send(async () => {
      const article = replaces ?? ids.article;
      const version = (summary.articles.find((it) => it.article === article)?.version ?? 0) + 1;
      const about = { command: ids.command, article, version, title: title.trim() };
      await importArticle(summary.seminar, { ...about, document });
      navigate(pathOf({ screen: 'room', seminar: summary.seminar, article }));
    });
  const beside = useCallback(
    (id: BlockId) => (
      <MendTools
        article={document}
        id={id}
        onDrop={(block) => setDocument((it) => dropBlock(it, block))}
        onMerge={(block) => setDocument((it) => mergeWithPrevious(it, block))}
        onSplit={(block, offset) => setDocument((it) => splitBlock(it, block, offset))}
        onLevel={(section, level) => setDocument((it) => setLevel(it, section, level))}
      />
    ),
    [document],
  );
  const addressOf = useCallback((asset: string) => assetAddress(summary.seminar, asset), [summary.seminar]);
  return (
    <div className="preview">
      <section className="preview-text" aria-label={m.bring.beginning}>
        <ArticleView article={shown} places={places} beside={beside} after={nothing} addressOf={addressOf} />
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
                onChange={(event) => setReplaces(articleId(event.target.value))}
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
        <Found {...preview} document={document} />
      </div>
    </div>
  );
}
