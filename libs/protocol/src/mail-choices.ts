/** What can be chosen of mails, without the schemas: for a page that offers it. */

/** What a person can be told of, each as often as they like: the whole class, answers to them, threads they wrote in, the rest. */
export const DIGEST_KINDS = ['class', 'to-me', 'followed', 'rest'] as const;

export const FREQUENCIES = ['immediate', 'hourly', 'daily', 'weekly', 'never'] as const;
