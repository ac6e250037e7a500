export type { Block, HeatPart, MailDocument, Run } from './document.ts';
export { renderHtml } from './html/render-html.ts';
export { type Mailbox, Mailboxes } from './mailboxes.ts';
export { type MailStatus, Mails, type NewMail, type StoredMail } from './mails.ts';
export { composeMessage, type Envelope, type Message, messageIdOf } from './message.ts';
export { renderText } from './render-text.ts';
