import DOMPurify from 'dompurify';
import { type ReactNode, useMemo } from 'react';

export interface FormulaProps {
  mathml: string | undefined;
  /** Set off, rather than in the line. */
  display?: boolean;
  /** Its source, as text of the article. */
  children: ReactNode;
}

/** A formula as the browser sets it. Its source stays in the page, so that places in the text can be counted. */
export function Formula({ mathml, display = false, children }: FormulaProps) {
  // Readers let only MathML through; a stored article is checked once more where it is shown.
  const clean = useMemo(
    () => (mathml === undefined ? '' : DOMPurify.sanitize(mathml, { USE_PROFILES: { mathMl: true } })),
    [mathml],
  );
  if (clean === '') return <code className="formula-source">{children}</code>;
  return (
    <span className={display ? 'formula-set display' : 'formula-set'}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised above */}
      <span dangerouslySetInnerHTML={{ __html: clean }} />
      <span className="unseen" aria-hidden="true">
        {children}
      </span>
    </span>
  );
}
