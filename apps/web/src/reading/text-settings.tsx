import { FACES, LEADINGS, type TextSettings as Settings, SIZES, THEMES, textSettings } from '../kept/text-settings.ts';
import { m } from '../messages/messages.ts';
import { useStore } from '../store/use-store.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { ToggleGroup } from '../ui/radix.tsx';
import { print } from './print/print.ts';
import { useSession } from './session.ts';

/** Size, lines, typeface, colours and language, as one likes to read; and the way to paper. */
export function TextSettings() {
  const session = useSession();
  return (
    <>
      <Choice label={m.settings.size} field="size" options={SIZES} words={m.settings.sizes} />
      <Choice label={m.settings.leading} field="leading" options={LEADINGS} words={m.settings.leadings} />
      <Choice label={m.settings.face} field="face" options={FACES} words={m.settings} />
      <Choice label={m.settings.theme} field="theme" options={THEMES} words={m.settings.themes} />
      <LanguageChoice />
      <div className="setting-row">
        <button type="button" className="text-button" onClick={() => print(session, false)}>
          {m.print.article}
        </button>
        <button type="button" className="text-button" onClick={() => print(session, true)}>
          {m.print.discussion}
        </button>
      </div>
    </>
  );
}

interface ChoiceProps<F extends keyof Settings> {
  label: string;
  field: F;
  options: readonly Settings[F][];
  words: Readonly<Record<Settings[F], string>>;
}

function Choice<F extends keyof Settings>({ label, field, options, words }: ChoiceProps<F>) {
  const value = useStore(textSettings, (settings) => settings[field]);
  return (
    <div className="setting">
      <span className="label">{label}</span>
      <ToggleGroup.Root
        type="single"
        className="segments"
        aria-label={label}
        value={value}
        onValueChange={(next) => {
          const chosen = options.find((option) => option === next);
          if (chosen) textSettings.update((was) => ({ ...was, [field]: chosen }));
        }}
      >
        {options.map((option) => (
          <ToggleGroup.Item key={option} value={option} className={`${field}-${option}`} aria-label={words[option]}>
            {field === 'size' ? 'A' : words[option]}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
    </div>
  );
}
