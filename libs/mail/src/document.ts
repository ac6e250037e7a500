/**
 * What a mail says, before it is HTML or plain text: a few kinds of blocks, so that both say the same. Everything in it is plain
 * text; what people wrote comes without Markdown.
 */
export interface MailDocument {
  /** BCP 47. */
  language: string;
  subject: string;
  /** The small line above the headline. */
  eyebrow: string;
  headline: string;
  /** What stands under the headline, and beside the subject in a list of mails. */
  lead: string;
  blocks: readonly Block[];
  footer: readonly Run[];
}

export type Block =
  | { kind: 'rule' }
  | { kind: 'label'; text: string }
  /** A passage of the article. */
  | { kind: 'quote'; text: string }
  | { kind: 'text'; runs: readonly Run[] }
  | { kind: 'heat'; parts: readonly HeatPart[] }
  | { kind: 'button'; text: string; href: string };

/** A run of text; `name` is a person whose words something rests on. */
export type Run =
  | string
  | { kind: 'bold' | 'question'; text: string }
  | { kind: 'link' | 'name'; text: string; href: string };

/** A section of the article in the strip that shows where the talk is. */
export interface HeatPart {
  title: string;
  /** Its share of the article, from 0 to 1. */
  width: number;
  /** How much was said there: 0 nothing, 4 the most. */
  heat: 0 | 1 | 2 | 3 | 4;
}
