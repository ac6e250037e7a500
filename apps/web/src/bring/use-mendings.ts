import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Article, type Mending, mended, withMending } from '#article';
import type { SeminarId } from '#seminar';
import { keepMendings } from '../api/api.ts';

export interface Mendings {
  document: Article;
  mend: (mending: Mending) => void;
  /** `undefined` where there is nothing to take back, or nothing that was taken back. */
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
  /** Whether the server has all of it. */
  state: 'kept' | 'keeping' | 'unkept';
}

interface Steps {
  done: Mending[];
  undone: Mending[];
}

/** So long after the last change it is kept, in milliseconds; after a failure it is tried again. */
const [SOON, LATER] = [500, 3_000];

/** What is changed in an article before it is published, kept on the server step by step. */
export function useMendings(
  seminar: SeminarId,
  upload: string,
  { document: read, mendings }: { document: Article; mendings: readonly Mending[] },
): Mendings {
  const [{ done, undone }, setSteps] = useState<Steps>({ done: [...mendings], undone: [] });
  const [state, setState] = useState<Mendings['state']>('kept');
  const [attempt, setAttempt] = useState(0);
  const kept = useRef<readonly Mending[]>(done);
  const document = useMemo(() => mended(read, done), [read, done]);
  useEffect(() => {
    if (kept.current === done) return undefined;
    setState((now) => (now === 'unkept' ? now : 'keeping'));
    let gone = false;
    const keep = async () => {
      try {
        await keepMendings(seminar, upload, done);
        kept.current = done;
        if (!gone) setState('kept');
      } catch {
        if (gone) return;
        setState('unkept');
        setAttempt((n) => n + 1);
      }
    };
    const timer = setTimeout(() => void keep(), attempt === 0 ? SOON : LATER);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [seminar, upload, done, attempt]);
  const mend = useCallback((mending: Mending) => {
    setAttempt(0);
    setSteps((steps) => ({ done: withMending(steps.done, mending), undone: [] }));
  }, []);
  const undo = useCallback(() => {
    setAttempt(0);
    setSteps((steps) => {
      const last = steps.done.at(-1);
      return last ? { done: steps.done.slice(0, -1), undone: [...steps.undone, last] } : steps;
    });
  }, []);
  const redo = useCallback(() => {
    setAttempt(0);
    setSteps((steps) => {
      const last = steps.undone.at(-1);
      return last ? { done: [...steps.done, last], undone: steps.undone.slice(0, -1) } : steps;
    });
  }, []);
  return {
    ...{ document, mend, state },
    undo: done.length > 0 ? undo : undefined,
    redo: undone.length > 0 ? redo : undefined,
  };
}
