import { useCallback, useEffect, useState } from 'react';
import type { ProtocolError, UploadAnswer } from '#protocol';
import type { SeminarId } from '#seminar';
import { errorOf, getUpload } from '../api/api.ts';

export interface Followed {
  upload: UploadAnswer | undefined;
  error: ProtocolError | undefined;
  /** Takes what another request has answered. */
  take: (upload: UploadAnswer) => void;
  again: () => void;
}

/** While a file is read, it is asked for so often, in milliseconds. */
const EVERY = 600;

/** A file that was brought, asked for again while it is read. A lost connection is waited out. */
export function useUpload(seminar: SeminarId, id: string): Followed {
  const [upload, setUpload] = useState<UploadAnswer>();
  const [error, setError] = useState<ProtocolError>();
  const [asked, setAsked] = useState(0);
  const isReading = upload?.status === 'reading';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer, or a wish, asks again
  useEffect(() => {
    if (upload && !isReading) return undefined;
    let gone = false;
    const ask = async () => {
      try {
        const answer = await getUpload(seminar, id);
        if (gone) return;
        setError(undefined);
        setUpload(answer);
      } catch (cause) {
        if (gone) return;
        setError(errorOf(cause));
      }
      setAsked((n) => n + 1);
    };
    const timer = setTimeout(() => void ask(), upload || asked > 0 ? EVERY : 0);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [seminar, id, asked, isReading]);
  const again = useCallback(() => setAsked((n) => n + 1), []);
  return { upload, error: error?.code === 'server/unavailable' && upload ? undefined : error, take: setUpload, again };
}
