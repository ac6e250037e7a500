import { lazy, type ReactNode, Suspense } from 'react';
import type { Image } from '#article';
import { PictureInLine } from './picture-in-line.tsx';

/** Articles without formulas don't load what sets them. */
const SetFormula = lazy(() => import('./set-formula.tsx'));

export interface FormulaProps {
  mathml: string | undefined;
  /** Where there is nothing but a picture of it. */
  image?: Image | undefined;
  /** Its source, as text of the article. */
  children: ReactNode;
}

/** A formula as the browser sets it. Its source stays in the page, so that places in the text can be counted. */
export function Formula({ mathml, image, children }: FormulaProps) {
  if (image) return <PictureInLine image={image}>{children}</PictureInLine>;
  if (mathml === undefined) return <code className="formula-source">{children}</code>;
  return (
    <span className="formula-set">
      <Suspense>
        <SetFormula mathml={mathml} />
      </Suspense>
      <span className="unseen" aria-hidden="true">
        {children}
      </span>
    </span>
  );
}
