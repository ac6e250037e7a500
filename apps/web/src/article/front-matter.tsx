import { useContext } from 'react';
import type { Article } from '#article';
import { m } from '../messages/messages.ts';
import { ArticleContext } from './article-context.ts';

/** Title, authors and where the article comes from. */
export function FrontMatter({ article }: { article: Article }) {
  const { title, subtitle, authors, history, doi, licence, original } = article;
  const { addressOf } = useContext(ArticleContext);
  const file = original && addressOf(original.asset);
  const small = [history, licence].filter((line) => line !== undefined && line !== '');
  return (
    <header className="front">
      <h1>{title}</h1>
      {subtitle && <p className="subtitle">{subtitle}</p>}
      {authors.length > 0 && (
        <ul className="authors">
          {authors.map(({ name, affiliation, email }) => (
            <li key={name}>
              <b>{name}</b>
              {affiliation && <span>{affiliation}</span>}
              {email && <a href={`mailto:${email}`}>{email}</a>}
            </li>
          ))}
        </ul>
      )}
      {(small.length > 0 || doi || file) && (
        <p className="imprint">
          {small.map((line) => (
            <span key={line}>{line}</span>
          ))}
          {doi && (
            <a
              href={`https://doi.org/${doi.replace(/^https?:\/\/(dx\.)?doi\.org\//, '')}`}
              target="_blank"
              rel="noopener noreferrer"
            >
              doi {doi.replace(/^https?:\/\/(dx\.)?doi\.org\//, '')}
            </a>
          )}
          {file && (
            <a href={file} download={original?.name}>
              {m.article.original}
            </a>
          )}
        </p>
      )}
    </header>
  );
}
