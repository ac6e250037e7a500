import { isLanguage, LANGUAGES, languageFor } from '../messages/language.ts';
import { choose, m, spoken } from '../messages/messages.ts';
import { useStore } from '../store/use-store.ts';

/** The language of the interface: the browser's, or another. It is kept in this browser. */
export function LanguageChoice() {
  const chosen = useStore(spoken, (it) => it.chosen);
  return (
    <label className="language-choice">
      <span className="label">{m.language}</span>
      <select
        className="select"
        value={chosen ?? ''}
        onChange={({ target }) => void choose(isLanguage(target.value) ? target.value : undefined)}
      >
        <option value="">{m.languageOfBrowser(LANGUAGES[languageFor(undefined)])}</option>
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
