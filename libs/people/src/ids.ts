import { z } from 'zod';

export const PersonId = z.uuid().toLowerCase().brand<'PersonId'>();
/** Whoever sits in front of a browser. A person is a different member in each seminar; no event names a person. */
export type PersonId = z.infer<typeof PersonId>;
