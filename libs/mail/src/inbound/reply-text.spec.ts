import { replyText } from './reply-text.ts';

const address = 'reply+szjbjgpxlnhe3hczmefwid5mb4off7smquegbbw57zw26@in.catena.example';

it.each([
  ['English', `I agree.\n\nOn Mon, Nov 23, 2026 at 9:00 AM Catena <${address}>\nwrote:\n\n> Is a margin a place?\n`],
  [
    'German',
    `I agree.\n\nAm Mo., 23. Nov. 2026 um 09:00 Uhr schrieb Catena <\n${address}>:\n\n> Ist ein Rand ein Ort?\n`,
  ],
  ['German, short', 'I agree.\n\nAm 23.11.26 um 09:00 schrieb Catena:\n> Ist ein Rand ein Ort?\n'],
  ['French', `I agree.\n\nLe lun. 23 nov. 2026 à 09:00, Catena <${address}> a\nécrit :\n\n> Est-ce un lieu ?\n`],
  ['Spanish', `I agree.\n\nEl lun, 23 nov 2026 a las 9:00, Catena (<${address}>)\nescribió:\n\n> ¿Es un lugar?\n`],
  [
    'Outlook',
    `I agree.\n\n________________________________\nFrom: Catena <${address}>\nSent: Monday, November 23, 2026 9:00 AM\nTo: Dora\nSubject: Margins\n\nIs a margin a place?\nOr none?\n`,
  ],
  [
    'Outlook in German',
    `I agree.\n\nVon: Catena <${address}>\nGesendet: Montag, 23. November 2026 09:00\nAn: Dora\nBetreff: Ränder\n\nIst ein Rand ein Ort?\n`,
  ],
  [
    'Outlook in French',
    `I agree.\n\nDe : Catena <${address}>\nEnvoyé : lundi 23 novembre 2026 09:00\nÀ : Dora\nObjet : Marges\n\nEst-ce un lieu ?\n`,
  ],
  ['Outlook of old', 'I agree.\n\n-----Original Message-----\nFrom: Catena\nSubject: Margins\n\nIs it a place?\n'],
  [
    'a name first',
    `I agree.\n\nCatena <${address}> schrieb am Mo. 23. Nov. 2026 um 09:00:\n\n> Ist ein Rand ein Ort?\n`,
  ],
  [
    'a program that does not mark it',
    `I agree.\n\nOn Mon, Nov 23, 2026 at 9:00 AM Catena <${address}> wrote:\n\nIs a margin a place?\n`,
  ],
  [
    'an iPhone',
    `I agree.\n\nSent from my iPhone\n\n> On 23 Nov 2026, at 09:00, Catena <${address}> wrote:\n> \n> Is a margin a place?\n`,
  ],
])('cuts what is quoted in the manner of %s', (_, mail) => expect(replyText(mail)).toBe('I agree.'));

it('finds what was written under the quotation, and between', () => {
  expect(
    replyText('On Mon, Nov 23, 2026 at 9:00 AM Catena <a@b.example> wrote:\n> A place?\n> Or none?\n\nA place.\n'),
  ).toBe('A place.');
  expect(replyText('> What is a margin?\n\nA place.\n\n> And why?\n\nOne can answer there.\n')).toBe(
    'A place.\n\nOne can answer there.',
  );
});

it.each([
  ['a signature', 'I agree.\n\n-- \nDora Examplaria\nUniversity of Nowhere\n'],
  ['regards', 'I agree.\n\nBest regards,\nDora\n'],
  ['German regards', 'I agree.\n\nMit freundlichen Grüßen\nDora Examplaria\n'],
  ['Spanish regards', 'I agree.\n\nUn saludo,\nDora\n'],
  ['French regards', 'I agree.\n\nCordialement,\nDora\n'],
])('cuts %s', (_, mail) => expect(replyText(mail)).toBe('I agree.'));

it('keeps what only looks like it', () => {
  const sentences = 'On margins one may say\nthat they are narrow:\nno more.';
  expect(replyText(sentences)).toBe(sentences);
  expect(replyText('First paragraph.\n\nSecond paragraph.\n')).toBe('First paragraph.\n\nSecond paragraph.');
});

it('keeps a paragraph in one line, however long', () => {
  const paragraph = 'On and on goes the margin, from left to right. '.repeat(200).trim();
  expect(replyText(`${paragraph}\n\n> Is it a place?\n`)).toBe(paragraph);
});

/** So long that whatever takes its square in time would not end while the test runs. */
it.each([
  ['many words and no end', 'On '.repeat(600_000)],
  ['many wrapped headers', 'On 1\nOn 2\nOn 3\n'.repeat(120_000)],
  ['many beginnings', 'abc. a skrev b\n'.repeat(120_000)],
  ['many openings', 'Von: <'.repeat(320_000)],
  ['many lines', 'On a\n'.repeat(400_000)],
  ['many Dutch quotations', 'Op a\nschreef b\n'.repeat(120_000)],
])('reads %s in one go', (_, mail) => {
  expect(typeof replyText(mail)).toBe('string');
});
