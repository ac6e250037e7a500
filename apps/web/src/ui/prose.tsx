import { memo, useContext, useEffect, useState } from 'react';
import { mayHoldTex } from './markdown-extensions.ts';
import { ProseContext, type ProseParts } from './prose-parts.ts';
import type { SetTex } from './render-markdown.ts';

type Render = (source: string, parts: ProseParts, setTex?: SetTex) => string;

/** Loaded when it is first needed, and kept. */
function once<T>(load: () => Promise<T>) {
  let loaded: T | undefined;
  return function useLoaded(wanted: boolean): T | undefined {
    const [value, setValue] = useState(() => loaded);
    useEffect(() => {
      if (!wanted || value) return;
      let gone = false;
      void load().then((it) => {
        loaded = it;
        if (!gone) setValue(() => it);
      });
      return () => {
        gone = true;
      };
    }, [wanted, value]);
    return value;
  };
}

const useRender = once<Render>(() => import('./render-markdown.ts').then((it) => it.renderMarkdown));
const useSetTex = once<SetTex>(() => import('./render-tex.ts').then((it) => it.renderTex));

/** What somebody wrote. Until the renderer has arrived it is shown as it was typed. */
export const Prose = memo(function Prose({ source }: { source: string }) {
  const parts = useContext(ProseContext);
  const render = useRender(true);
  const setTex = useSetTex(mayHoldTex(source));
  if (!render) return <div className="prose prose-plain">{source}</div>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: what the one sanitiser lets through
  return <div className="prose" dangerouslySetInnerHTML={{ __html: render(source, parts, setTex) }} />;
});
