import { z } from 'zod';

/** What a member is in a seminar. */
export const Role = z.enum(['instructor', 'participant', 'observer']);
export type Role = z.infer<typeof Role>;

/** Why somebody annotates: the W3C Web Annotation motivations (§3.3.5) that a seminar has a use for. */
export const Motivation = z.enum([
  'commenting',
  'questioning',
  'highlighting',
  'replying',
  'describing',
  'linking',
  'bookmarking',
]);
export type Motivation = z.infer<typeof Motivation>;

/** A reaction says one thing and counts; anything else is a reply. */
export const REACTIONS = ['agree', 'insightful', 'thanks', 'unsure'] as const;
export const Reaction = z.enum(REACTIONS);
export type Reaction = z.infer<typeof Reaction>;
