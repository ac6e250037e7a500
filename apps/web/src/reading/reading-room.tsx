import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { BlockId } from '#article';
import { assetAddress } from '../api/api.ts';
import { ArticleView } from '../article/article-view.tsx';
import { m } from '../messages/messages.ts';
import { useQuery } from '../routing/query.ts';
import { afterText, loadAhead } from '../ui/after-text.tsx';
import { NARROW, PHONE, useMedia } from '../ui/use-media.ts';
import { scriptOf } from '../views/script.ts';
import { EmptyRoom } from './empty-room.tsx';
import {
  Announcer,
  ArrivalPill,
  HeatStrip,
  LiveBar,
  PastBanner,
  PrintedDiscussion,
  SelectionBar,
  ThreadList,
  TimelineStrip,
} from './late.ts';
import { usePresence } from './live/use-presence.ts';
import { BesidePassage } from './margin/beside-passage.tsx';
import { Highlights } from './margin/highlights.tsx';
import { Margin } from './margin/margin.tsx';
import { usePassagePointer } from './margin/use-passage-pointer.ts';
import { NoticeBar } from './notice-bar.tsx';
import { Outline } from './outline/outline.tsx';
import { useRoom, useSession, useUi, useView } from './session.ts';
import { SectionSummary } from './summary/section-summary.tsx';
import { TopBar } from './top-bar.tsx';
import { useDeepLinks } from './use-deep-links.ts';
import { useNewerBuild } from './use-newer-build.ts';
import { useReadMarks } from './use-read-marks.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useRefusals } from './writing/use-refusals.ts';

// These show parts that come after the text themselves: see late.ts.
const Dialogs = afterText(async () => (await import('./dialogs.tsx')).Dialogs);
const ThreadSheet = afterText(async () => (await import('./threads/thread-sheet.tsx')).ThreadSheet);

/** The room: the text in the middle, the way through it on the left, what is said on the right. */
export function ReadingRoom() {
  const article = useView((view) => view?.document);
  const looking = useRoom((room) => room.past !== undefined);
  const phone = useMedia(PHONE);
  useRefusals();
  useNewerBuild();
  return (
    <div className={looking ? 'room past' : 'room'}>
      <a className="skip" href="#text">
        {m.parts.start}
      </a>
      <TopBar />
      {looking && <PastBanner />}
      {article ? <Desk /> : looking ? <main className="empty" id="text" /> : <EmptyRoom />}
      {(looking || !phone) && <TimelineStrip />}
      <NoticeBar />
      <Dialogs />
    </div>
  );
}

/** Everything around an article that is there. */
function Desk() {
  const article = useView((view) => view?.document);
  const places = useView((view) => view?.places);
  const outlineOpen = useUi((ui) => ui.outlineOpen);
  const [phone, narrow] = [useMedia(PHONE), useMedia(NARROW)];
  const listed = useQuery('list') !== undefined;
  const script = useMemo(() => article && scriptOf(article), [article]);
  const printing = useUi((ui) => ui.printing);
  const column = useRef<HTMLElement>(null);
  const beside = useCallback((block: BlockId) => <BesidePassage block={block} />, []);
  const after = useCallback((section: BlockId) => <SectionSummary section={section} />, []);
  const { seminar } = useSession();
  const addressOf = useCallback((asset: string) => assetAddress(seminar, asset), [seminar]);
  // What is going on now is no part of what was.
  const looking = useRoom((room) => room.past !== undefined);
  usePassagePointer(column);
  useShortcuts();
  useDeepLinks();
  usePresence();
  useReadMarks();
  useReadingPlace();
  useEffect(loadAhead, []);
  if (!article || !places) return null;
  return (
    <>
      {/* A text from right to left has its margin on the left. */}
      <div className="columns" dir={script?.direction}>
        {(!narrow || outlineOpen) && <Outline drawer={narrow} />}
        <main className="column" ref={column} id="text" tabIndex={-1}>
          <Highlights />
          <ArticleView article={article} places={places} beside={beside} after={after} addressOf={addressOf} />
        </main>
        {listed ? <ThreadList phone={phone} /> : !phone && <Margin />}
      </div>
      {!looking && <LiveBar />}
      {!phone && <HeatStrip />}
      <SelectionBar phone={phone} />
      {phone && !listed && <ThreadSheet />}
      <ArrivalPill />
      <Announcer />
      {printing && <PrintedDiscussion />}
    </>
  );
}
