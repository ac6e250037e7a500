import type { SeminarSummary } from '#protocol';
import { m } from '../messages/messages.ts';
import { Link } from '../routing/link.tsx';
import { pathOf } from '../routing/route.ts';

export const BackToSeminar = ({ summary }: { summary: SeminarSummary }) => (
  <Link href={pathOf({ screen: 'room', seminar: summary.seminar })} className="link quiet">
    {m.bring.back}: {summary.title}
  </Link>
);
