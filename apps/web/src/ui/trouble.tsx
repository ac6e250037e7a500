import type { ReactNode } from 'react';
import type { ProtocolError } from '#protocol';
import { inWords } from '../messages/in-words.ts';
import { m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';

export interface TroubleProps {
  title: string;
  children: ReactNode;
  retry?: (() => void) | undefined;
}

/** A screen for what went wrong: what it is, and what to do now. */
export function Trouble({ title, children, retry }: TroubleProps) {
  return (
    <main className="trouble">
      <Link href="/" className="brand">
        {m.brand}
      </Link>
      <h1>{title}</h1>
      <p>{children}</p>
      <p className="trouble-actions">
        {retry && (
          <button type="button" className="button primary" onClick={retry}>
            {m.trouble.again}
          </button>
        )}
        <Link href="/" className="button">
          {m.trouble.toDesk}
        </Link>
      </p>
    </main>
  );
}

/** The screen for an error of the protocol: its own sentence where nothing better is known. */
export function TroubleFor({ error, retry }: { error: ProtocolError; retry?: () => void }) {
  switch (error.code) {
    case 'session/none':
      return <Trouble title={m.trouble.session}>{m.trouble.sessionDo}</Trouble>;
    case 'policy/not-a-member':
      return <Trouble title={m.trouble.notMember}>{m.trouble.notMemberDo}</Trouble>;
    case 'seminar/not-open':
    case 'request/unknown-route':
      return <Trouble title={m.trouble.nowhere}>{m.trouble.nowhereDo}</Trouble>;
    case 'server/unavailable':
      return (
        <Trouble title={m.trouble.server} retry={retry}>
          {m.trouble.serverDo}
        </Trouble>
      );
    default:
      return (
        <Trouble title={m.trouble.broken} retry={retry}>
          {inWords(error)}
        </Trouble>
      );
  }
}
