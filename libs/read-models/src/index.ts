import { discussion } from './discussion/projection.ts';
import type { Projection } from './projection.ts';
import { seminarOverview } from './seminar-overview/projection.ts';

export { discussion } from './discussion/projection.ts';
export {
  type DueSection,
  type SectionContribution,
  SectionsToSumUp,
  type WhenDue,
} from './discussion/sections-to-sum-up.ts';
export * from './lag.ts';
export type { Projection } from './projection.ts';
export * from './projector.ts';
export * from './rebuilder.ts';
export { type OverviewArticle, type SeminarOverview, SeminarOverviews } from './seminar-overview/overviews.ts';

/** Every projection, for those who keep all of them up to date. */
export const PROJECTIONS: readonly Projection[] = [seminarOverview, discussion];
