/** The formats an article can be read from. */
export const FORMATS = ['text', 'markdown', 'html', 'docx', 'jats'] as const;
export type Format = (typeof FORMATS)[number];

/** What people call them. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'HTML',
  docx: 'Word (DOCX)',
  jats: 'JATS',
};
