import { useCallback, useEffect, useMemo, useState } from 'react';
import type { BlockId } from '#article';
import type { ArticlePreview, SeminarSummary, UploadAnswer } from '#protocol';
import type { ArticleId } from '#seminar';
import { assetAddress, importArticle } from '../api/api.ts';
import { ArticleView } from '../article/article-view.tsx';
import { articleId, newArticleId, newCommandId } from '../ids.ts';
import { m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { navigate } from '../routing/location.ts';
import { pathOf } from '../routing/route.ts';
import { Problem } from '../ui/problem.tsx';
import { RedoIcon, UndoIcon } from '../ui/tool-icons.tsx';
import { useSending } from '../ui/use-sending.ts';
import { placesOf } from '../views/numbering.ts';
import { findingsOf } from './findings.ts';
import { Findings } from './findings.tsx';
import { formatName } from './format-name.ts';
import { FrontForm } from './front-form.tsx';
import { MendTools } from './mend-tools.tsx';
import { PreviewOutline } from './preview-outline.tsx';
import { showPassage } from './show-passage.ts';
import { useMendings } from './use-mendings.ts';

interface PreviewProps {
  summary: SeminarSummary;
  upload: UploadAnswer;
  preview: ArticlePreview;
  onTakeAway: () => void;
}

const nothing = () => null;

/** What was understood of a file, as it will be read, with what can be mended in it; then it is published. */
export function Preview({ summary, upload, preview, onTakeAway }: PreviewProps) {
  const { seminar } = summary;
  const { document, mend, undo, redo, state } = useMendings(seminar, upload.upload, { ...preview, ...upload });
  /** The article that this is a new version of; none for a new one. */
  const [replaces, setReplaces] = useState<ArticleId>();
  const [ids] = useState(() => ({ command: newCommandId(), article: newArticleId() }));
  const { busy, problem, send } = useSending();
  const places = useMemo(() => placesOf(document), [document]);
  const findings = useMemo(() => findingsOf(preview.diagnostics, document), [preview.diagnostics, document]);
  const publish = () =>
    send(async () => {
      const article = replaces ?? ids.article;
      const version = (summary.articles.find((it) => it.article === article)?.version ?? 0) + 1;
      await importArticle(seminar, { command: ids.command, article, version, document, upload: upload.upload });
      navigate(pathOf({ screen: 'room', seminar, article }), 'replace');
    });
  const beside = useCallback((id: BlockId) => <MendTools article={document} id={id} mend={mend} />, [document, mend]);
  const addressOf = useCallback((asset: string) => assetAddress(seminar, asset), [seminar]);
  useUndoKeys(undo, redo);
  return (
    <main className="check">
      <title>{`${document.title} · ${m.brand}`}</title>
      <header className="check-bar">
        <Link href={pathOf({ screen: 'room', seminar })} className="brand" title={m.bring.back}>
          {m.brand}
        </Link>
        <p className="check-name">
          <b className="check-file">{upload.name || m.bring.pasted}</b>
          <small className="check-about">
            {m.bring.readAs(formatName(preview.format))} · <span data-state={state}>{m.bring.saved[state]}</span>
          </small>
        </p>
        <div className="check-undo">
          <button type="button" className="icon-button" title={m.bring.undo} disabled={!undo} onClick={undo}>
            <UndoIcon />
            <span className="unseen">{m.bring.undo}</span>
          </button>
          <button type="button" className="icon-button" title={m.bring.redo} disabled={!redo} onClick={redo}>
            <RedoIcon />
            <span className="unseen">{m.bring.redo}</span>
          </button>
        </div>
        <button type="button" className="button" disabled={busy} onClick={onTakeAway}>
          {m.bring.takeAway}
        </button>
        {summary.articles.length > 0 && (
          <select
            className="input check-version"
            aria-label={m.bring.asVersion}
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
        )}
        <button type="button" className="button primary" disabled={busy} onClick={() => void publish()}>
          {busy ? m.bring.publishing : m.bring.publish}
        </button>
      </header>
      <Problem>{problem}</Problem>
      <nav className="check-outline" aria-label={m.bring.outline}>
        <PreviewOutline article={document} onShow={showPassage} />
      </nav>
      <section className="check-text" aria-label={m.bring.text}>
        <ArticleView article={document} places={places} beside={beside} after={nothing} addressOf={addressOf} />
      </section>
      <div className="check-side">
        <FrontForm article={document} mend={mend} />
        <Findings findings={findings} onShow={showPassage} />
      </div>
    </main>
  );
}

/** Ctrl or ⌘ with Z, and with Shift, outside of fields, which have their own. */
function useUndoKeys(undo: (() => void) | undefined, redo: (() => void) | undefined): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (isField || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      (event.shiftKey ? redo : undo)?.();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo, redo]);
}
