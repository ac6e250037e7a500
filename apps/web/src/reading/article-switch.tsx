import { mayInvite } from '#seminar';
import { m } from '../messages/messages.ts';
import { navigate } from '../routing/location.ts';
import { pathOf } from '../routing/route.ts';
import { DownIcon } from '../ui/icons.tsx';
import { DropdownMenu } from '../ui/radix.tsx';
import { useRoom, useSession, useView } from './session.ts';

/** The article's title; a menu where there are others, or where one may bring another. */
export function ArticleSwitch() {
  const { seminar } = useSession();
  const documents = useRoom((room) => room.shown.everyone.contents.documents);
  const instructor = useRoom((room) => mayInvite(room.you.role));
  const article = useView((view) => view?.article);
  const title = useView((view) => view?.document.title);
  if (!title) return null;
  if (documents.size < 2 && !instructor) return <b className="crumb-article">{title}</b>;
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="crumb-article crumb-menu">
        <b>{title}</b>
        <DownIcon />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={6} collisionPadding={12}>
          {[...documents].map(([id, { document }]) => (
            <DropdownMenu.Item
              key={id}
              data-current={id === article}
              onSelect={() => navigate(pathOf({ screen: 'room', seminar, article: id }))}
            >
              {document.title}
            </DropdownMenu.Item>
          ))}
          {instructor && (
            <>
              <DropdownMenu.Separator />
              <DropdownMenu.Item onSelect={() => navigate(pathOf({ screen: 'bring', seminar }))}>
                {m.article.bring}
              </DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
