/** What the room needs once somebody opens, writes or asks: loaded after the text. */
import { afterText } from '../ui/after-text.tsx';
import { NewThreadStandIn } from './writing/new-thread-stand-in.tsx';

export const ThreadCard = afterText(async () => (await import('./threads/thread-card.tsx')).ThreadCard);
export const NewThreadCard = afterText(
  async () => (await import('./writing/new-thread-card.tsx')).NewThreadCard,
  NewThreadStandIn,
);
export const RefusedThread = afterText(async () => (await import('./writing/refused-words.tsx')).RefusedThread);
export const ReadingForm = afterText(async () => (await import('./outline/reading-form.tsx')).ReadingForm);
export const SummaryForm = afterText(async () => (await import('./summary/summary-form.tsx')).SummaryForm);
export const LiveBar = afterText(async () => (await import('./live/live-bar.tsx')).LiveBar);
export const LiveMenu = afterText(async () => (await import('./live/live-menu.tsx')).LiveMenu);
export const PollCard = afterText(async () => (await import('./polls/poll-card.tsx')).PollCard);
export const KeyList = afterText(async () => (await import('./key-list.tsx')).KeyList);
export const Palette = afterText(async () => (await import('./palette/palette.tsx')).Palette);
export const PrintedDiscussion = afterText(
  async () => (await import('./print/printed-discussion.tsx')).PrintedDiscussion,
);
export const SearchPanel = afterText(async () => (await import('./search/search-panel.tsx')).SearchPanel);
export const ThreadList = afterText(async () => (await import('./list/thread-list.tsx')).ThreadList);
export const StackList = afterText(async () => (await import('./threads/stack-list.tsx')).StackList);
export const Bell = afterText(async () => (await import('./bell/bell.tsx')).Bell);
export const HeatStrip = afterText(async () => (await import('./outline/heat-strip.tsx')).HeatStrip);
export const TimelineStrip = afterText(async () => (await import('./replay/timeline-strip.tsx')).TimelineStrip);
export const PastBanner = afterText(async () => (await import('./replay/past-banner.tsx')).PastBanner);
export const SelectionBar = afterText(async () => (await import('./writing/selection-bar.tsx')).SelectionBar);
export const ArrivalPill = afterText(async () => (await import('./live/arrival-pill.tsx')).ArrivalPill);
export const FilterBar = afterText(async () => (await import('./filter/filter-bar.tsx')).FilterBar);
export const SummaryMenu = afterText(async () => (await import('./summary/summary-menu.tsx')).SummaryMenu);
export const Announcer = afterText(async () => (await import('./live/announcer.tsx')).Announcer);
export const TextSettings = afterText(async () => (await import('./text-settings.tsx')).TextSettings);
