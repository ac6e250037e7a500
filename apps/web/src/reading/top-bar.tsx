import { mayInvite } from '#seminar';
import { m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { pathOf } from '../routing/route.ts';
import { Avatar } from '../ui/avatar.tsx';
import { KeyboardIcon, LinkIcon, ListIcon, MailIcon, SearchIcon, ThreadsIcon } from '../ui/icons.tsx';
import { NARROW, PHONE, useMedia } from '../ui/use-media.ts';
import { ArticleSwitch } from './article-switch.tsx';
import { toggleList } from './filter/open-list.ts';
import { Bell, LiveMenu } from './late.ts';
import { ConnectionState } from './live/connection-state.tsx';
import { useNames } from './live/people.ts';
import { Progress } from './progress.tsx';
import { useRoom, useSession, useView } from './session.ts';
import { TextSettingsMenu } from './text-settings-menu.tsx';

/** Where one is, who else is here, and the few tools. */
export function TopBar() {
  const { ui } = useSession();
  const seminar = useRoom((room) => room.shown.everyone.state.seminar?.title ?? '');
  const instructor = useRoom((room) => mayInvite(room.you.role));
  const [narrow, phone] = [useMedia(NARROW), useMedia(PHONE)];
  const looking = useRoom((room) => room.past !== undefined);
  const reading = useView((view) => view !== undefined);
  const open = (dialog: 'keys' | 'share' | 'search') => ui.update((was) => ({ ...was, dialog }));
  return (
    <header className="top">
      {narrow && reading && (
        <button
          type="button"
          className="icon-button"
          aria-label={m.top.sections}
          onClick={() => ui.update((was) => ({ ...was, outlineOpen: !was.outlineOpen }))}
        >
          <ListIcon />
        </button>
      )}
      <Link href="/" className="brand" title={m.top.desk}>
        {m.brand}
      </Link>
      <p className="crumb">
        <span className="crumb-seminar">{seminar}</span>
        <ArticleSwitch />
      </p>
      <span className="space" />
      <Progress />
      <ConnectionState />
      <Here />
      {reading && !looking && <LiveMenu />}
      {reading && (
        <button type="button" className="tool" onClick={() => open('search')} aria-label={m.search.title}>
          <SearchIcon />
          <span className="tool-word">
            {m.search.title} <kbd>/</kbd>
          </span>
        </button>
      )}
      {reading && phone && (
        <button type="button" className="tool" onClick={toggleList} aria-label={m.threads.open}>
          <ThreadsIcon />
        </button>
      )}
      {instructor && (
        <button type="button" className="tool" aria-label={m.top.share} onClick={() => open('share')}>
          <LinkIcon />
          <span className="tool-word">{m.top.share}</span>
        </button>
      )}
      <Link
        href={pathOf({ screen: 'mail', stop: false })}
        className="tool only-wide"
        aria-label={m.mail.title}
        title={m.mail.title}
      >
        <MailIcon />
      </Link>
      <Bell />
      <TextSettingsMenu />
      <button
        type="button"
        className="tool only-wide"
        aria-label={m.top.keys}
        title={`${m.top.keys} (?)`}
        onClick={() => open('keys')}
      >
        <KeyboardIcon />
      </button>
    </header>
  );
}

const SHOWN = 4;

/** Who is in the room, the newest few by face. */
function Here() {
  const nameOf = useNames();
  const here = useRoom((room) => room.here);
  const you = useRoom((room) => room.you.member);
  const others = [...new Set(here.map(({ member }) => member))].filter((member) => member !== you);
  if (others.length === 0) return null;
  return (
    <span className="faces" title={m.list(others.map(nameOf))}>
      <span className="unseen">
        {m.top.here}: {m.list(others.map(nameOf))}
      </span>
      {others.slice(0, SHOWN).map((member) => (
        <Avatar key={member} member={member} name={nameOf(member)} size="l" />
      ))}
      {others.length > SHOWN && <span className="avatar avatar-l more-faces">+{others.length - SHOWN}</span>}
    </span>
  );
}
