/** A small seminar for specs: two sections, and a way to say things in it. */

import { makeAnchor } from '#anchoring';
import { type Article, BlockId, passagesOf } from '#article';
import {
  AnnotationId,
  ArticleId,
  CommandId,
  EVERYONE,
  type Event,
  evolve,
  evolveContents,
  type Folded,
  MemberId,
  type Motivation,
  nothingFolded,
  type RecordedEvent,
} from '#seminar';
import { placesOf } from './numbering.ts';
import type { IsNew } from './threads.ts';

const uuid = (n: number) => `0190b8a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const member = (n: number) => MemberId.parse(uuid(n));
export const annotation = (n: number) => AnnotationId.parse(uuid(n));
export const articleId = ArticleId.parse(uuid(900));
export const paragraph = (id: string, text: string) => ({
  type: 'paragraph' as const,
  id: BlockId.parse(id),
  ...{ text, marks: [], notes: [] },
});

export const article: Article = {
  title: 'On margins',
  authors: [],
  abstract: [paragraph('a1', 'A margin holds remarks.')],
  keywords: [],
  sections: [
    {
      id: BlockId.parse('s1'),
      title: 'One',
      level: 1,
      blocks: [paragraph('p1', 'First words.'), paragraph('p2', 'More.')],
    },
    { id: BlockId.parse('s2'), title: 'Two', level: 1, blocks: [paragraph('p3', 'Other words entirely.')] },
  ],
  notes: [{ id: BlockId.parse('n1'), label: '1', text: 'A note.', marks: [], notes: [] }],
  back: [],
};
export const passages = passagesOf(article);
export const places = placesOf(article);

/** A log that is written line by line. */
export class ExampleLog {
  folded: Folded = nothingFolded;

  happened(by: number, event: Event): this {
    const position = this.folded.state.position + 1;
    const at = new Date(Date.UTC(2026, 0, position)).toISOString();
    const command = CommandId.parse(uuid(500 + position));
    const recorded = { ...event, position, at, by: member(by), command } as RecordedEvent; // parts of one union
    this.folded = {
      state: evolve(this.folded.state, recorded),
      contents: evolveContents(this.folded.contents, recorded),
    };
    return this;
  }

  annotated(by: number, id: number, block: string, motivation: Motivation = 'commenting', body = `Words ${id}`): this {
    const text = passages.get(BlockId.parse(block)) ?? '';
    const anchors = [makeAnchor(BlockId.parse(block), text, 0, 5)];
    const target = { kind: 'passage' as const, article: articleId, version: 1, anchors };
    const data = { annotation: annotation(id), motivation, target, tags: [] };
    return this.happened(by, { type: 'annotation.created', version: 1, data, personal: { body } });
  }

  replied(by: number, id: number, to: number): this {
    const target = { kind: 'annotation' as const, annotation: annotation(to) };
    const data = { annotation: annotation(id), motivation: 'replying' as const, target, tags: [] };
    return this.happened(by, { type: 'annotation.created', version: 1, data, personal: { body: `Words ${id}` } });
  }

  deleted(by: number, id: number): this {
    return this.happened(by, {
      type: 'annotation.deleted',
      version: 1,
      data: { annotation: annotation(id) },
      personal: null,
    });
  }

  input(isNew: IsNew = () => false, inPassages = passages) {
    return {
      article: articleId,
      passages: inPassages,
      places,
      logs: [{ audience: EVERYONE, log: this.folded }],
      isNew,
    };
  }
}
