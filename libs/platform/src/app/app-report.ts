import { z } from 'zod';

/** What a program tells its launcher. */
export const AppReport = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), address: z.string().optional() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);
export type AppReport = z.infer<typeof AppReport>;
