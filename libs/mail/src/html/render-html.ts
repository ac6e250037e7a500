import { render } from '@react-email/render';
import { createElement } from 'react';
import type { MailDocument } from '../document.ts';
import { Mail } from './mail.tsx';

/** The mail as HTML that mail clients hold to; well under the 100 kB after which Gmail cuts. */
export const renderHtml = (mail: MailDocument): Promise<string> => render(createElement(Mail, { mail }));
