import { type ReactNode, useContext } from 'react';
import type { Image } from '#article';
import { ArticleContext } from './article-context.ts';

interface PictureInLineProps {
  image: Image | undefined;
  /** What it shows, as text of the article. */
  children: ReactNode;
}

/** A picture in a line. Its text stays in the page, so that places in the text can be counted. */
export function PictureInLine({ image, children }: PictureInLineProps) {
  const { addressOf } = useContext(ArticleContext);
  const address = image && addressOf(image.asset);
  if (address === undefined) return <span className="picture-gone">{children}</span>;
  return (
    <span className="picture-in-line">
      <img src={address} alt={image?.alternative ?? ''} loading="lazy" />
      <span className="unseen" aria-hidden="true">
        {children}
      </span>
    </span>
  );
}
