import { getMe, signOut } from '../api/api.ts';
import { m } from '../messages/messages.ts';
import { forgetRooms } from '../offline/kept-rooms.ts';
import { Link } from '../routing/link.tsx';
import { pathOf } from '../routing/route.ts';
import { Page } from '../ui/page.tsx';
import { TroubleFor } from '../ui/trouble.tsx';
import { useAnswer } from '../ui/use-answer.ts';
import { useSending } from '../ui/use-sending.ts';
import { OpenSeminar } from './open-seminar.tsx';
import { SeminarList } from './seminar-list.tsx';

/** Where one begins: one's seminars, and a way to open another. */
export default function DeskScreen() {
  const { answer: me, error, again } = useAnswer(getMe);
  const { send } = useSending();
  if (error) return <TroubleFor error={error} retry={again} />;
  if (!me) return <Page>{null}</Page>;
  const leave = () =>
    send(async () => {
      await signOut();
      await forgetRooms();
      again();
    });
  const name = me.person?.name;
  const top = name !== undefined && (
    <>
      <span>{m.desk.hello(name)}</span>
      <Link className="text-button" href={pathOf({ screen: 'mail', stop: false })}>
        {m.top.mail}
      </Link>
      <button type="button" className="text-button" onClick={leave}>
        {m.desk.signOut}
      </button>
    </>
  );
  const isNew = me.seminars.length === 0;
  return (
    <Page top={top}>
      <title>{m.brand}</title>
      <h1>{isNew ? m.desk.tagline : m.desk.yours}</h1>
      {isNew ? <p className="lead">{m.desk.explain}</p> : <SeminarList seminars={me.seminars} />}
      <OpenSeminar name={name ?? ''} title={isNew ? m.desk.open : m.desk.openAnother} />
      {isNew && <p className="aside-note">{m.desk.invited}</p>}
    </Page>
  );
}
