import type { ReactNode } from 'react';
import { m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { LanguageChoice } from './language-choice.tsx';

export interface PageProps {
  /** What stands at the upper edge beside the name of the house. */
  top?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A screen around the reading room: a column of words and fields. */
export function Page({ top, wide, children }: PageProps) {
  return (
    <main className={wide ? 'page wide' : 'page'}>
      <header className="page-top">
        <Link href="/" className="brand" title={m.top.desk}>
          {m.brand}
        </Link>
        <span className="space" />
        {top}
      </header>
      {children}
      <footer className="page-foot">
        <LanguageChoice />
      </footer>
    </main>
  );
}
