import type { Block, MailDocument, Run } from '#mail';
import type { DigestPart } from './digest-part.ts';
import { count } from './words.ts';

export interface DigestFooter {
  /** How often it comes, in words. */
  rhythm: string;
  /** Where its reader changes that, without signing in. */
  preferences: string;
  stop: string;
  /** Whether an answer to the mail is read, and by whom. */
  replies?: string | undefined;
}

/** One mail of one or more seminars: alone, its headline is the mail's; several stand under each other, each with its own. */
export function digestMail(parts: readonly DigestPart[], footer: DigestFooter): MailDocument | undefined {
  const [first, ...more] = parts;
  if (!first) return undefined;
  const runs: Run[] = [
    `${footer.rhythm}. `,
    { kind: 'link', text: 'Change', href: footer.preferences },
    ' or ',
    { kind: 'link', text: 'stop these mails', href: footer.stop },
    `.${footer.replies ? ` ${footer.replies}` : ''}`,
  ];
  const common = { language: 'en', footer: runs };
  if (more.length === 0) {
    const { headline, eyebrow, lead, blocks } = first;
    return { ...common, subject: headline, headline, eyebrow, lead, blocks };
  }
  return {
    ...common,
    subject: `${first.headline}; and ${count(more.length, 'other seminar')}`,
    eyebrow: count(parts.length, 'seminar'),
    headline: first.headline,
    lead: parts.map(({ eyebrow }) => eyebrow.split(' · ')[0]).join(', '),
    blocks: parts.flatMap(({ eyebrow, headline, lead, blocks }, index): Block[] => [
      ...(index > 0 ? [{ kind: 'rule' } as const] : []),
      { kind: 'label', text: eyebrow },
      { kind: 'text', runs: [{ kind: 'bold', text: headline }] },
      { kind: 'text', runs: [lead] },
      ...blocks,
    ]),
  };
}
