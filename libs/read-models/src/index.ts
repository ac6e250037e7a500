import { discussion } from './discussion/projection.ts';
import { notification } from './notifications/projection.ts';
import type { Projection } from './projection.ts';
import { search } from './search/projection.ts';
import { seminarOverview } from './seminar-overview/projection.ts';

export { discussion } from './discussion/projection.ts';
export {
  type DueSection,
  type SectionContribution,
  SectionsToSumUp,
  type WhenDue,
} from './discussion/sections-to-sum-up.ts';
export * from './lag.ts';
export { type Notification, Notifications } from './notifications/notifications.ts';
export type { NotificationKind } from './notifications/projection.ts';
export { EVERY_LOG, type Projection } from './projection.ts';
export * from './projector.ts';
export * from './rebuilder.ts';
export { search } from './search/projection.ts';
export { type Fragment, Searches, type SearchFilter, type SearchHit, type SearchResult } from './search/searches.ts';
export { type OverviewArticle, type SeminarOverview, SeminarOverviews } from './seminar-overview/overviews.ts';

/** Every projection, for those who keep all of them up to date. */
export const PROJECTIONS: readonly Projection[] = [seminarOverview, discussion, search, notification];
