import { memo, type ReactNode, useMemo } from 'react';
import type { Article, Block, BlockId } from '#article';
import { m } from '../messages/messages.ts';
import { ABSTRACT, BACK, NOTES, type Place, REFERENCES } from '../views/numbering.ts';
import { scriptOf } from '../views/script.ts';
import { ArticleContext } from './article-context.ts';
import { BlockBody } from './block-body.tsx';
import { FrontMatter } from './front-matter.tsx';
import { Notes } from './notes.tsx';
import { References } from './references.tsx';

export interface ArticleViewProps {
  article: Article;
  places: ReadonlyMap<BlockId, Place>;
  /** What stands beside a block: how much was said there, and the way to it. */
  beside: (block: BlockId) => ReactNode;
  /** What stands at the end of a section. */
  after: (section: BlockId) => ReactNode;
  /** Where a picture of the article is, by its hash. */
  addressOf?: ((asset: string) => string | undefined) | undefined;
}

const nowhere = () => undefined;

/** The article, set like a page of a book. It renders once per version: what is said about it changes around it. */
export const ArticleView = memo(function ArticleView({
  article,
  places,
  beside,
  after,
  addressOf = nowhere,
}: ArticleViewProps) {
  const parts = useMemo(
    () => ({ notes: new Map(article.notes.map((note) => [note.label, note])), places, addressOf }),
    [article, places, addressOf],
  );
  const script = useMemo(() => scriptOf(article), [article]);
  const body = (block: Block) => (
    <Passage key={block.id} id={block.id} number={places.get(block.id)?.number} beside={beside(block.id)}>
      <BlockBody block={block} />
    </Passage>
  );
  return (
    <ArticleContext value={parts}>
      {/* Without a language of its own it has none: the page's would hyphenate it by other rules. */}
      <article className={script.cjk ? 'text cjk' : 'text'} lang={article.language ?? ''} dir={script.direction}>
        <FrontMatter article={article} />
        {article.abstract.length > 0 && (
          <section className="abstract" data-section={ABSTRACT} aria-labelledby={ABSTRACT}>
            <h2 id={ABSTRACT}>{m.parts.abstract}</h2>
            {article.abstract.map(body)}
            {article.keywords.length > 0 && (
              <p className="keywords">
                <b>{m.article.keywords}</b> {article.keywords.join(', ')}
              </p>
            )}
          </section>
        )}
        {article.sections.map(({ id, title, level, blocks }) => (
          <section key={id} data-section={id} aria-labelledby={id}>
            {title !== '' && <Heading id={id} title={title} level={level} beside={beside(id)} />}
            {blocks.map(body)}
            {after(id)}
          </section>
        ))}
        {article.back.length > 0 && (
          <section className="back" data-section={BACK} aria-labelledby={BACK}>
            <h2 id={BACK}>{m.parts.back}</h2>
            {article.back.map(body)}
          </section>
        )}
        {article.references && (
          <section className="references" data-section={REFERENCES} aria-labelledby={REFERENCES}>
            <h2 id={REFERENCES}>{m.parts.references}</h2>
            <References references={article.references} beside={beside} />
          </section>
        )}
        {article.notes.length > 0 && (
          <section className="notes" data-section={NOTES} aria-labelledby={NOTES}>
            <h2 id={NOTES}>{m.parts.notes}</h2>
            <Notes notes={article.notes} beside={beside} />
          </section>
        )}
      </article>
    </ArticleContext>
  );
});

function Heading({ id, title, level, beside }: { id: BlockId; title: string; level: number; beside: ReactNode }) {
  const Tag = level <= 1 ? 'h2' : level === 2 ? 'h3' : 'h4';
  return (
    <div className="passage heading" data-block={id} tabIndex={-1}>
      <Tag id={id}>
        <span data-at={0}>{title}</span>
      </Tag>
      {beside}
    </div>
  );
}

interface PassageProps {
  id: BlockId;
  number: number | undefined;
  beside: ReactNode;
  children: ReactNode;
}

/** A block with its number, which is a link to itself. */
function Passage({ id, number, beside, children }: PassageProps) {
  return (
    <div className="passage" id={id} data-block={id} data-passage tabIndex={-1}>
      {number !== undefined && (
        <a className="number" href={`#${id}`} aria-label={m.article.paragraph(number)}>
          {number}
        </a>
      )}
      {children}
      {beside}
    </div>
  );
}
