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

/** Says a diagnostic in the language that is shown; in English until that is loaded, and where it was read by an older release. */
export function useSentences(): (diagnostic: Diagnostic) => string {
  const language = useStore(spoken, (it) => it.language);
  const [sentences, setSentences] = useState<Sentences>();
  useEffect(() => {
    let gone = false;
    setSentences(undefined);
    const take = ({ findings }: { findings: Sentences }) => {
      if (!gone) setSentences(findings);
    };
    // Without them the server's own words are shown.
    LOAD[language]?.().then(take, () => {});
    return () => {
      gone = true;
    };
  }, [language]);
  return ({ message, saying, facts }) => (saying && sentences?.[saying](facts ?? {})) ?? message;
}
