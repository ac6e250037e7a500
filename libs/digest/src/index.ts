export { type DigestFooter, digestMail } from './digest-mail.ts';
export type { ContributionFacts, MemberFacts, SectionFacts, SeminarFacts } from './facts.ts';
export { type DigestPart, instructorDigest } from './instructor-digest.ts';
export { DEFAULT_FREQUENCIES, DigestKind, type Frequencies, Frequency } from './kinds.ts';
export { type ParticipantFacts, participantDigest } from './participant-digest.ts';
export { DEFAULT_HOURS, type Hours, inWords, isTimeZone, nextDue } from './schedule.ts';
export { type Subscription, Subscriptions } from './subscriptions.ts';
export type { Clock } from './words.ts';
export { type DigestRequest, writeDigest } from './write-digest.ts';
