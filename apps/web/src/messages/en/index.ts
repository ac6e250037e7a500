/** English. A translation has the same shape, part by part. */
import { article } from './article.ts';
import { audience } from './audience.ts';
import { bring } from './bring.ts';
import { common } from './common.ts';
import { desk } from './desk.ts';
import { finding } from './finding.ts';
import { hour } from './hour.ts';
import { live } from './live.ts';
import { mail } from './mail.ts';
import { outline } from './outline.ts';
import { room } from './room.ts';
import { summary } from './summary.ts';
import { thread } from './thread.ts';
import { writing } from './writing.ts';

export const messages = {
  ...common,
  ...article,
  ...room,
  ...outline,
  ...thread,
  ...summary,
  ...writing,
  ...audience,
  ...live,
  ...finding,
  ...hour,
  ...desk,
  ...bring,
  ...mail,
};

/** Every sentence of the interface. */
export type Messages = typeof messages;
