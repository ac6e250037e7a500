import { createContext } from 'react';
import type { MemberId } from '#seminar';

/** What words point at and only the room knows: names, and where pictures are. */
export interface ProseParts {
  nameOf: (member: MemberId) => string;
  /** Whose screen it is: what names them stands out. */
  me: MemberId | undefined;
  /** Where a picture is, by its hash. */
  addressOf: (asset: string) => string | undefined;
}

export const ProseContext = createContext<ProseParts>({
  nameOf: (member) => `[${member}]`,
  me: undefined,
  addressOf: () => undefined,
});
