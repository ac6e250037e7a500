import { useEffect, useState } from 'react';
import type { Diagnostic, Saying, Sentence } from '#article';
import type { Language } from '../messages/language.ts';
import { spoken } from '../messages/messages.ts';
import { useStore } from '../store/use-store.ts';

type Sentences = Readonly<Record<Saying, Sentence>>;

/** Only who brings an article loads them; what is said in English comes with the diagnostic. */
const LOAD: Readonly<Partial<Record<Language, () => Promise<{ findings: Sentences }>>>> = {
  de: () => import('../messages/de/findings.ts'),
  es: () => import('../messages/es/findings.ts'),
  fr: () => import('../messages/fr/findings.ts'),
};

/** Says a diagnostic in the language that is shown, and in English what was read by an older release; nothing until that can be said. */
export function useSentences(): ((diagnostic: Diagnostic) => string) | undefined {
  const language = useStore(spoken, (it) => it.language);
  const [known, setKnown] = useState<{ language: Language; sentences?: Sentences }>();
  useEffect(() => {
    let gone = false;
    const take = (sentences?: Sentences) => {
      if (!gone) setKnown({ language, ...(sentences && { sentences }) });
    };
    // Where they can't be loaded, the server's own words are shown.
    Promise.resolve(LOAD[language]?.()).then(
      (loaded) => take(loaded?.findings),
      () => take(),
    );
    return () => {
      gone = true;
    };
  }, [language]);
  if (known?.language !== language) return undefined;
  return ({ message, saying, facts }) => (saying && known.sentences?.[saying](facts ?? {})) ?? message;
}
