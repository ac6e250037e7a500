import { type Audience, EVERYONE, readershipOf } from '#seminar';
import { GroupIcon, LockIcon } from '../../ui/icons.tsx';
import { useAudienceHint, useAudienceWord } from './audience-words.ts';

/** A lock where few read it, some heads where a group does. */
export function AudienceIcon({ audience }: { audience: Audience }) {
  if (audience === EVERYONE) return null;
  return readershipOf(audience).kind === 'group' ? <GroupIcon /> : <LockIcon />;
}

/** Who reads a thread that not everybody does. */
export function AudienceChip({ audience }: { audience: Audience }) {
  const word = useAudienceWord(audience);
  const hint = useAudienceHint(audience);
  return (
    <span className="chip chip-mine" title={hint}>
      <AudienceIcon audience={audience} />
      {word}
    </span>
  );
}
