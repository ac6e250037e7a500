import DOMPurify from 'dompurify';
import { useMemo } from 'react';

/** MathML in the page. Readers let nothing else through; a stored article is checked once more where it is shown. */
export default function SetFormula({ mathml }: { mathml: string }) {
  const clean = useMemo(() => DOMPurify.sanitize(mathml, { USE_PROFILES: { mathMl: true } }), [mathml]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised above
  return <span dangerouslySetInnerHTML={{ __html: clean }} />;
}
