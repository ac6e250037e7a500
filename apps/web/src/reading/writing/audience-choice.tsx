import type { Audience } from '#seminar';
import { m } from '../../messages/messages.ts';
import { DownIcon } from '../../ui/icons.tsx';
import { DropdownMenu } from '../../ui/radix.tsx';
import { asidesToBegin, audiencesToWriteTo } from '../../views/audiences.ts';
import { useRoom, useSession } from '../session.ts';
import { AudienceIcon } from './audience-icon.tsx';
import { useAudienceHint, useAudienceWord } from './audience-words.ts';

const same = (a: readonly Audience[], b: readonly Audience[]): boolean => a.join() === b.join();

/** Who will read it, said beside the button that sends it. */
export function AudienceChoice({ audience, choose }: { audience: Audience; choose: (audience: Audience) => void }) {
  const { ui } = useSession();
  const choices = useRoom(({ shown, you }) => audiencesToWriteTo(shown.everyone.state, you.member), same);
  const asides = useRoom(({ shown, you }) => asidesToBegin(shown.everyone.state, you.member), same);
  const hasGroups = useRoom(({ shown, you }) => shown.everyone.state.groups.size > 0 || you.role === 'instructor');
  const said = useAudienceWord(audience);
  if (choices.length < 2) {
    return (
      <span className="audience">
        <AudienceIcon audience={audience} />
        {said}
      </span>
    );
  }
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="text-button audience" aria-label={`${m.audience.label}: ${said}`}>
        <AudienceIcon audience={audience} />
        {said}
        <DownIcon />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu audiences" align="end" sideOffset={4} collisionPadding={12}>
          <DropdownMenu.Label className="label">{m.audience.label}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={audience}>
            {choices.map((choice) => (
              <Choice key={choice} audience={choice} choose={choose} />
            ))}
            {asides.length > 0 && <DropdownMenu.Label className="label">{m.audience.privately}</DropdownMenu.Label>}
            {asides.map((aside) => (
              <Choice key={aside} audience={aside} choose={choose} />
            ))}
          </DropdownMenu.RadioGroup>
          {hasGroups && (
            <>
              <DropdownMenu.Separator />
              <DropdownMenu.Item onSelect={() => ui.update((was) => ({ ...was, dialog: 'groups' }))}>
                {m.audience.groups}
              </DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Choice({ audience, choose }: { audience: Audience; choose: (audience: Audience) => void }) {
  const word = useAudienceWord(audience);
  const hint = useAudienceHint(audience);
  return (
    <DropdownMenu.RadioItem value={audience} onSelect={() => choose(audience)}>
      <AudienceIcon audience={audience} />
      <span>
        {word} <small>{hint}</small>
      </span>
    </DropdownMenu.RadioItem>
  );
}
