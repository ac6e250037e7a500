import type { MailSite } from '../mail-site.ts';
import { composeMessage, type Message } from '../message.ts';

export interface Notice {
  headline: string;
  /** What happened, and what can be done. */
  text: string;
  /** Where the words can be written in the browser. */
  href: string;
}

/** A short mail about a reply that somebody sent. */
export async function composeNotice(
  { headline, text, href }: Notice,
  { id, site, answers }: { id: string; site: MailSite /** A Message-ID. */; answers: string | undefined },
): Promise<Message> {
  const message = await composeMessage(
    {
      ...{ language: 'en', subject: headline, eyebrow: 'Reply by mail', headline, lead: text },
      blocks: [{ kind: 'button', text: 'Open the seminar', href }],
      footer: ['You get this because a reply came from you by mail.'],
    },
    { id, domain: site.domain, conversation: id },
  );
  const { 'In-Reply-To': _, References: __, ...headers } = message.headers;
  return {
    ...message,
    headers: {
      ...headers,
      'Auto-Submitted': 'auto-replied',
      ...(answers ? { 'In-Reply-To': answers, References: answers } : {}),
    },
  };
}
