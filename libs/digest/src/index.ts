export { type DigestOptions, type DigestPreview, Digests, digestOptionsOf } from './digests.ts';
export { KINDS } from './kinds.ts';
export { isTimeZone } from './schedule.ts';
export { type Subscription, Subscriptions } from './subscriptions.ts';
