import type { Intent } from '../commands.ts';
import type { Event } from '../events.ts';
import { SCRIBE } from '../ids.ts';
import * as s from '../testing/a-seminar.ts';
import { given } from '../testing/given.ts';

const section = { article: s.article, section: s.document.sections[0]?.id ?? s.block };
const source = { kind: 'statement' as const, issue: 0, cites: [s.note(1)] };
const sentence = { ...source, text: 'Margins answer back.' };
const made = { ...section, version: 1, from: 6, to: 6, language: 'en', maker: 'extract' } as const;
const make = (changes = {}): Intent => ({ type: 'summary.make', data: { ...made, sentences: [sentence], ...changes } });
const wasMade = (number = 1, to = 6): Event => ({
  type: 'summary.made',
  version: 1,
  data: { ...made, to, number, sentences: [source] },
  personal: { body: sentence.text },
});
const about = (type: 'summary.pinned' | 'summary.hidden' | 'summary.shown' | 'summary.unpinned'): Event => ({
  type,
  version: 1,
  data: section,
  personal: null,
});
const discussed = [...s.underWay, s.annotated(s.ben, 1)];
const summed = [...discussed, [SCRIBE, wasMade()] as const];

describe('making a summary', () => {
  it('is for the scribe alone', () => {
    given(...discussed)
      .when(SCRIBE, make())
      .then(wasMade());
    for (const member of [s.ada, s.ben])
      given(...discussed)
        .when(member, make())
        .thenRejected('policy/not-allowed');
  });
  it('keeps the words apart from what is kept', () =>
    given(...discussed)
      .when(SCRIBE, make({ sentences: [sentence, { ...sentence, text: 'On two\nlines.' }] }))
      .then({
        ...wasMade(),
        data: { ...made, number: 1, sentences: [source, source] },
        personal: { body: 'Margins answer back.\nOn two lines.' },
      } as Event));
  it('counts on, and takes in more than the one before', () => {
    given(...summed)
      .when(SCRIBE, make({ to: 7 }))
      .then(wasMade(2, 7));
    given(...summed)
      .when(SCRIBE, make())
      .thenNothing();
  });
  it('leaves a pinned one as it is', () =>
    given(...summed, [s.ada, about('summary.pinned')])
      .when(SCRIBE, make({ to: 9 }))
      .thenRejected('summary/pinned'));
  it('needs words that are there', () => {
    given(...s.underWay)
      .when(SCRIBE, make())
      .thenRejected('summary/uncited');
    given(...discussed, s.deleted(s.ben, 1))
      .when(SCRIBE, make())
      .thenRejected('summary/uncited');
    given(...discussed)
      .when(SCRIBE, make({ sentences: [] }))
      .thenRejected('summary/length');
    given(...discussed)
      .when(SCRIBE, make({ sentences: [{ ...sentence, text: ' ' }] }))
      .thenRejected('summary/length');
    given(...discussed)
      .when(SCRIBE, make(), { limits: { summaryCharacters: 10 } })
      .thenRejected('summary/length');
    given(...discussed)
      .when(SCRIBE, make({ version: 2 }))
      .thenRejected('article/unknown-version');
  });
});

describe('an instructor', () => {
  const edit = (number: number): Intent => ({
    type: 'summary.edit',
    data: { ...section, number, sentences: [{ ...sentence, text: 'Better.' }] },
  });
  const edited: Event = {
    type: 'summary.edited',
    version: 1,
    data: { ...section, number: 2, sentences: [source] },
    personal: { body: 'Better.' },
  };
  it('may put it better, and it stays so', () => {
    given(...summed)
      .when(s.ada, edit(1))
      .then(edited, about('summary.pinned'));
    given(...summed, [s.ada, about('summary.pinned')])
      .when(s.ada, edit(1))
      .then(edited);
  });
  it('looks again when there is a newer one', () =>
    given(...summed, [SCRIBE, wasMade(2, 7)])
      .when(s.ada, edit(1))
      .thenRejected('summary/changed-since'));
  it('may pin, hide and show it; nobody else', () => {
    const pin = { type: 'summary.pin', data: section } as const;
    given(...summed)
      .when(s.ada, pin)
      .then(about('summary.pinned'));
    given(...summed)
      .when(s.ben, pin)
      .thenRejected('policy/not-allowed');
    given(...discussed)
      .when(s.ada, pin)
      .thenRejected('summary/unknown');
    given(...summed)
      .when(s.ada, { type: 'summary.unpin', data: section })
      .thenNothing();
    given(...summed)
      .when(s.ada, { type: 'summary.hide', data: section })
      .then(about('summary.hidden'));
    given(...summed, [s.ada, about('summary.hidden')])
      .when(s.ada, { type: 'summary.show', data: section })
      .then(about('summary.shown'));
  });
});
