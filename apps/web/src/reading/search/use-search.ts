import { useEffect, useState } from 'react';
import type { SearchAnswer, SearchHit } from '#protocol';
import { EVERYONE } from '#seminar';
import { search } from '../../api/api.ts';
import { localSearch } from '../../views/local-search.ts';
import { logsShown } from '../room-view.ts';
import { type Session, useSession } from '../session.ts';

export type Where = 'all' | 'text' | 'discussion';

export interface Found extends SearchAnswer {
  /** What was looked for. */
  typed: string;
  /** True where the server was out of reach, and this browser looked by itself. */
  local: boolean;
}

/** How long one may pause while typing before the server is asked, in milliseconds. */
const PAUSE = 120;
const PAGE = 20;
/** One letter of an alphabet finds half of everything, and nothing that anybody looked for; one Chinese character does. */
const LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]$/u;

/** Looks for what is typed, as it is typed; `more` brings the next page. */
export function useSearch(typed: string, where: Where): { found: Found | undefined; more: () => void } {
  const session = useSession();
  const [found, setFound] = useState<Found>();
  const asked = typed.trim();
  useEffect(() => {
    if (asked === '' || LETTER.test(asked)) {
      setFound(undefined);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void look(session, typed, where, 0, abort.signal).then((answer) => {
        if (!abort.signal.aborted) setFound(answer);
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [session, asked, typed, where]);
  const more = () => {
    if (!found) return;
    void look(session, found.typed, where, found.hits.length).then((next) =>
      setFound((was) => (was === found ? { ...next, hits: [...was.hits, ...next.hits] } : was)),
    );
  };
  return { found, more };
}

async function look(
  session: Session,
  typed: string,
  where: Where,
  offset: number,
  signal?: AbortSignal,
): Promise<Found> {
  const query = {
    q: typed.slice(0, 200),
    limit: `${PAGE}`,
    offset: `${offset}`,
    ...(where !== 'all' && { in: where }),
  };
  const answer = await search(session.seminar, query, signal).catch(() => undefined);
  if (answer) return { ...answer, typed, local: false };
  const view = session.view.get();
  const room = session.room.get();
  if (!view) return { total: 0, hits: [], typed, local: true };
  const { hits, total } = localSearch(typed, where === 'all' ? undefined : where, offset + PAGE, {
    ...{ article: view.article, document: view.document, threads: view.byId, everyone: EVERYONE },
    logs: logsShown(room),
  });
  return { hits: hits.slice(offset), total, typed, local: true };
}

/** The words that were found, for showing them at their place. */
export const wordsFound = ({ fragments }: SearchHit): readonly string[] =>
  fragments.filter(({ hit }) => hit).map(({ text }) => text);
