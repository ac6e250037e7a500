import { lazy, Suspense, useContext, useState } from 'react';
import type { Block } from '#article';
import { m } from '../messages/messages.ts';
import { ArticleContext } from './article-context.ts';
import { InlineText, Quoted } from './inline-text.tsx';

const FigureZoom = lazy(() => import('./figure-zoom.tsx'));

/** A picture with its caption, which opens large; where the picture is gone, a frame says so. */
export function FigureBody({ block: figure }: { block: Extract<Block, { type: 'figure' }> }) {
  const { addressOf } = useContext(ArticleContext);
  const [large, setLarge] = useState(false);
  const { image, text } = figure;
  const address = image && addressOf(image.asset);
  const alternative = image?.alternative ?? '';
  return (
    <figure>
      {address === undefined ? (
        <p className="no-picture">{alternative || m.article.noPicture}</p>
      ) : (
        <button
          type="button"
          className="picture"
          aria-label={alternative ? `${m.article.enlarge}: ${alternative}` : m.article.enlarge}
          onClick={() => setLarge(true)}
        >
          <img src={address} alt={alternative} loading="lazy" />
        </button>
      )}
      {text !== '' && (
        <figcaption>
          <InlineText prose={figure} />
        </figcaption>
      )}
      {large && address !== undefined && (
        <Suspense>
          <FigureZoom address={address} alternative={alternative} onClose={() => setLarge(false)}>
            <Quoted value={true}>
              <InlineText prose={figure} />
            </Quoted>
          </FigureZoom>
        </Suspense>
      )}
    </figure>
  );
}
