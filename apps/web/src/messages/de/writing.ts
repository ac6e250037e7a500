import type { writing as english } from '../en/writing.ts';
import { count } from './words.ts';

export const writing: typeof english = {
  composer: {
    reply: 'Antwort schreiben',
    commenting: 'Was möchten Sie dazu sagen?',
    questioning: 'Was möchten Sie fragen?',
    highlighting: 'Sagen Sie, warum, oder belassen Sie es bei der Markierung',
    markdown: 'Markdown',
    motivation: 'Was es ist',
    post: 'Abschicken',
    save: 'Speichern',
    tags: 'Schlagwörter, durch Kommas getrennt',
    tooLong: (over) => `${count(over, 'Zeichen', 'Zeichen')} zu lang`,
    kept: 'Entwurf aufbewahrt',
    discard: 'Verwerfen',
    tryAgain: 'Noch einmal versuchen',
    edit: 'Bearbeiten',
    notPosted: 'Nicht abgeschickt',
    stale: 'Der Text hat sich geändert, seit Sie ihn geöffnet haben. So lautet er jetzt:',
    useMine: 'Durch meinen ersetzen',
  },
  selection: { label: 'Etwas zu dieser Stelle sagen', tooMany: 'Wählen Sie eine kürzere Stelle.' },
};
