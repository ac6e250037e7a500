import { FORMAT_NAMES, type Format } from '#article';
import { m } from '../messages/messages.ts';

/** What a format is called: all but one have a name of their own. */
export const formatName = (format: Format): string => (format === 'text' ? m.bring.plainText : FORMAT_NAMES[format]);
