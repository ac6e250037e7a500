import { hueOf, initialsOf } from '../views/people.ts';

/** A person as two letters in their colour. The name stands beside it or in its title. */
export function Avatar({ member, name, size = 'm' }: { member: string; name: string; size?: 's' | 'm' | 'l' }) {
  return (
    <span className={`avatar avatar-${size} hue-${hueOf(member)}`} title={name} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
