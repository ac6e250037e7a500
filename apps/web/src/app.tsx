import { lazy, Suspense } from 'react';
import { m, spoken } from './messages/messages.ts';
import { RoomScreen } from './reading/room-screen.tsx';
import { useRoute } from './routing/location.ts';
import { useStore } from './store/use-store.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { Trouble } from './ui/trouble.tsx';

const DeskScreen = lazy(() => import('./desk/desk-screen.tsx'));
const BringScreen = lazy(() => import('./bring/bring-screen.tsx'));
const MailScreen = lazy(() => import('./mail/mail-screen.tsx'));
const JoinScreen = lazy(() => import('./join/join-screen.tsx'));

/** Another language draws everything anew. */
export function App() {
  const language = useStore(spoken, (it) => it.language);
  return (
    <ErrorBoundary key={language}>
      <Suspense fallback={null}>
        <Screen />
      </Suspense>
    </ErrorBoundary>
  );
}

function Screen() {
  const route = useRoute();
  switch (route.screen) {
    case 'desk':
      return <DeskScreen />;
    case 'room':
      return <RoomScreen key={route.seminar} seminar={route.seminar} article={route.article} />;
    case 'bring':
      return <BringScreen seminar={route.seminar} upload={route.upload} />;
    case 'join':
      return <JoinScreen token={route.token} />;
    case 'mail':
      return <MailScreen token={route.token} stop={route.stop} />;
    case 'nowhere':
      return <Trouble title={m.trouble.nowhere}>{m.trouble.nowhereDo}</Trouble>;
  }
}
