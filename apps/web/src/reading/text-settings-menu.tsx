import { FACES, LEADINGS, SIZES, type TextSettings, THEMES, textSettings } from '../kept/text-settings.ts';
import { m } from '../messages/messages.ts';
import { useStore } from '../store/use-store.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { Popover, ToggleGroup } from '../ui/radix.tsx';
import { print } from './print/print.ts';
import { useSession } from './session.ts';

/** Size, lines, typeface, colours and language, as one likes to read; and the way to paper. */
export function TextSettingsMenu() {
  const session = useSession();
  return (
    <Popover.Root>
      <Popover.Trigger className="tool" aria-label={m.top.text} title={m.top.text}>
        Aa
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover settings"
          aria-label={m.top.text}
          align="end"
          sideOffset={6}
          collisionPadding={12}
        >
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
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ChoiceProps<F extends keyof TextSettings> {
  label: string;
  field: F;
  options: readonly TextSettings[F][];
  words: Readonly<Record<TextSettings[F], string>>;
}

function Choice<F extends keyof TextSettings>({ label, field, options, words }: ChoiceProps<F>) {
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
