import { memo, useEffect, useState } from 'react';

type Render = (source: string) => string;
let render: Render | undefined;
const loading = () => import('./render-markdown.ts').then((it) => it.renderMarkdown);

/** What somebody wrote. Until the renderer has arrived it is shown as it was typed. */
export const Prose = memo(function Prose({ source }: { source: string }) {
  const [ready, setReady] = useState(() => render);
  useEffect(() => {
    if (ready) return;
    let gone = false;
    void loading().then((loaded) => {
      render = loaded;
      if (!gone) setReady(() => loaded);
    });
    return () => {
      gone = true;
    };
  }, [ready]);
  if (!ready) return <div className="prose prose-plain">{source}</div>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: what the one sanitiser lets through
  return <div className="prose" dangerouslySetInnerHTML={{ __html: ready(source) }} />;
});
