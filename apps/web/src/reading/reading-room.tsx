import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BlockId } from '#article';
import { assetAddress } from '../api/api.ts';
import { ArticleView } from '../article/article-view.tsx';
import { m } from '../messages/messages.ts';
import { loadAhead } from '../ui/after-text.tsx';
import { NARROW, PHONE, useMedia } from '../ui/use-media.ts';
import { scriptOf } from '../views/script.ts';
import { Dialogs } from './dialogs.tsx';
import { EmptyRoom } from './empty-room.tsx';
import { PrintedDiscussion } from './late.ts';
import { Announcer } from './live/announcer.tsx';
import { ArrivalPill } from './live/arrival-pill.tsx';
import { usePresence } from './live/use-presence.ts';
import { BesidePassage } from './margin/beside-passage.tsx';
import { Margin } from './margin/margin.tsx';
import { useHighlights } from './margin/use-highlights.ts';
import { usePassagePointer } from './margin/use-passage-pointer.ts';
import { NoticeBar } from './notice-bar.tsx';
import { Outline } from './outline/outline.tsx';
import { useSession, useUi, useView } from './session.ts';
import { SectionSummary } from './summary/section-summary.tsx';
import { ThreadSheet } from './threads/thread-sheet.tsx';
import { TimelineStrip } from './timeline-strip.tsx';
import { TopBar } from './top-bar.tsx';
import { useDeepLinks } from './use-deep-links.ts';
import { useNewerBuild } from './use-newer-build.ts';
import { useReadMarks } from './use-read-marks.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { SelectionBar } from './writing/selection-bar.tsx';
import { useRefusals } from './writing/use-refusals.ts';

/** The room: the text in the middle, the way through it on the left, what is said on the right. */
export function ReadingRoom() {
  const article = useView((view) => view?.document);
  useRefusals();
  useNewerBuild();
  return (
    <div className="room">
      <a className="skip" href="#text">
        {m.parts.start}
      </a>
      <TopBar />
      {article ? <Desk /> : <EmptyRoom />}
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
  const script = useMemo(() => article && scriptOf(article), [article]);
  const printing = useUi((ui) => ui.printing);
  const column = useRef<HTMLElement>(null);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const beside = useCallback((block: BlockId) => <BesidePassage block={block} />, []);
  const after = useCallback((section: BlockId) => <SectionSummary section={section} />, []);
  const { seminar } = useSession();
  const addressOf = useCallback((asset: string) => assetAddress(seminar, asset), [seminar]);
  useHighlights(layer);
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
          <div className="paint" ref={setLayer} aria-hidden="true">
            <div />
            <div />
          </div>
          <ArticleView article={article} places={places} beside={beside} after={after} addressOf={addressOf} />
        </main>
        {phone ? null : <Margin />}
      </div>
      <SelectionBar phone={phone} />
      {phone && <ThreadSheet />}
      <ArrivalPill />
      {!phone && <TimelineStrip />}
      <Announcer />
      {printing && <PrintedDiscussion />}
    </>
  );
}
