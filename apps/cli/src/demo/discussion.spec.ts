import { readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import {
  type AnnotationStep,
  asked,
  discussion,
  type EntryKey,
  type EntryStep,
  people,
  type ReplyStep,
  type Step,
} from './discussion.ts';

const source = readFileSync(new URL('./article.md', import.meta.url), 'utf8');
const article = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(source);

/** The plain texts of the paragraphs, headings and table cells under a node, in reading order. */
function textsIn(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return [textOf(node)];
  return 'children' in node ? node.children.flatMap(textsIn) : [];
}

/** The texts of each section by its title; notes belong to none. */
const sections = new Map<string, string[]>();
for (const node of article.children) {
  if (node.type === 'heading') sections.set(textOf(node), []);
  else if (node.type !== 'footnoteDefinition') [...sections.values()].at(-1)?.push(...textsIn(node));
}

const words = (text: string) => text.match(/\S+/g)?.length ?? 0;
const isEntry = (step: Step): step is EntryStep => step.kind === 'annotation' || step.kind === 'reply';
const entries = discussion.filter(isEntry);
const annotations = entries.filter((entry): entry is AnnotationStep => entry.kind === 'annotation');
const replies = entries.filter((entry): entry is ReplyStep => entry.kind === 'reply');
const entryOf = (key: EntryKey) => entries.find((entry) => entry.key === key);

/** The keys from an entry up to the annotation that opened its thread. */
function pathOf(key: EntryKey): EntryKey[] {
  const entry = entryOf(key);
  return entry?.kind === 'reply' ? [key, ...pathOf(entry.to)] : [key];
}

/** The entries that a step speaks about. */
function keysNamedBy(step: Step): EntryKey[] {
  switch (step.kind) {
    case 'annotation':
      return [];
    case 'reply':
    case 'reaction':
      return [step.to];
    case 'answer':
      return [step.question, step.reply];
    case 'resolve':
      return [step.thread];
    case 'edit':
    case 'delete':
      return [step.annotation];
  }
}

describe('the article', () => {
  it('says in front who wrote it and under which licence', () => {
    const front = article.children[0];
    expect(front?.type === 'yaml' && parseYaml(front.value)).toMatchObject({
      title: 'Reading in company',
      subtitle: expect.any(String),
      authors: [{ name: expect.any(String), affiliation: expect.any(String) }],
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      abstract: expect.any(String),
      keywords: expect.any(Array),
      lang: 'en',
      licence: 'CC BY 4.0',
    });
  });

  it('is short', () => {
    const count = textsIn(article).reduce((sum, text) => sum + words(text), 0);
    expect(count).toBeGreaterThanOrEqual(1_400);
    expect(count).toBeLessThanOrEqual(1_650);
  });

  it('has every kind of block, and a note for every note mark', () => {
    const types = article.children.map((node) => node.type);
    expect(types).toEqual(expect.arrayContaining(['paragraph', 'table', 'blockquote', 'list', 'footnoteDefinition']));
    const marks = [...source.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, label]) => label);
    const notes = article.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : []));
    expect(marks).toEqual(notes);
  });
});

describe('the discussion', () => {
  it.each(annotations.map((annotation) => [annotation.key, annotation] as const))(
    'quotes exactly one place of its section: %s',
    (_key, { section, quote }) => {
      const hits = (sections.get(section) ?? []).map((text) => text.split(quote).length - 1);
      expect(hits.reduce((sum, n) => sum + n, 0)).toBe(1);
    },
  );

  it('names each entry once, and only entries that were there before', () => {
    const seen = new Set<EntryKey>();
    for (const step of discussion) {
      expect(keysNamedBy(step).filter((key) => !seen.has(key))).toEqual([]);
      if (!isEntry(step)) continue;
      expect([...seen]).not.toContain(step.key);
      seen.add(step.key);
    }
  });

  it('leaves alone what has been deleted', () => {
    discussion.forEach((step, i) => {
      if (step.kind !== 'delete') return;
      expect(discussion.slice(i + 1).flatMap(keysNamedBy)).not.toContain(step.annotation);
    });
  });

  it('is said by people we know, all of whom speak, and one of whom teaches', () => {
    const keys = people.map((person) => person.key);
    expect(new Set(discussion.map((step) => step.by))).toEqual(new Set(keys));
    expect(new Set(keys).size).toBe(keys.length);
    expect(people.filter((person) => person.role === 'instructor')).toHaveLength(1);
  });

  it('takes nine days, in order, with a live hour', () => {
    const minutes = discussion.map((step) => step.minutes);
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(Math.ceil(Math.max(...minutes) / 1_440)).toBe(10);
    expect(entries.filter((entry) => entry.minutes >= 6_060 && entry.minutes <= 6_120).length).toBeGreaterThan(15);
  });

  it('has about forty entries, none of them long, and a body in all but the highlights', () => {
    expect(entries.length).toBeGreaterThanOrEqual(35);
    expect(entries.length).toBeLessThanOrEqual(45);
    for (const entry of entries) {
      const highlight = entry.kind === 'annotation' && entry.motivation === 'highlighting';
      expect(entry.body === '').toBe(highlight);
      expect(words(entry.body)).toBeLessThanOrEqual(90);
    }
  });

  it('is asked for before it is read, by a day after its end, and by then some have written enough', () => {
    const [first, last] = [discussion[0], discussion.at(-1)];
    expect(asked.minutes).toBeLessThan(first?.minutes ?? 0);
    expect(asked.dueInDays * 1_440).toBeGreaterThan((last?.minutes ?? 0) + 2 * 1_440);
    const written = people
      .filter(({ role }) => role === 'participant')
      .map(({ key }) => entries.filter(({ by, body }) => by === key && body !== '').length);
    expect(Math.min(...written)).toBeLessThan(asked.contributions);
    expect(Math.max(...written)).toBeGreaterThanOrEqual(asked.contributions);
  });

  it('goes deep in one thread', () => {
    const thread = replies.filter((reply) => pathOf(reply.key).at(-1) === 'kept-count');
    expect(thread.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...thread.map((reply) => pathOf(reply.key).length - 1))).toBeGreaterThanOrEqual(3);
  });

  it('answers one question with a reply of its thread, and leaves two open', () => {
    const questions = annotations.filter((annotation) => annotation.motivation === 'questioning');
    const answers = discussion.filter((step) => step.kind === 'answer');
    expect(questions).toHaveLength(3);
    expect(answers).toHaveLength(1);
    for (const { question, reply } of answers) {
      expect(questions.map((entry) => entry.key)).toContain(question);
      expect(pathOf(reply).slice(1)).toContain(question);
    }
  });

  it('lets people change only what is theirs', () => {
    for (const step of discussion) {
      if (step.kind === 'edit' || step.kind === 'delete') expect(entryOf(step.annotation)?.by).toBe(step.by);
      if (step.kind === 'answer') expect(entryOf(step.question)?.by).toBe(step.by);
      if (step.kind === 'resolve') expect(entryOf(step.thread)).toMatchObject({ kind: 'annotation', by: step.by });
    }
  });

  it('is louder in some sections than in others', () => {
    const sectionOf = (key: EntryKey) => {
      const opening = entryOf(pathOf(key).at(-1) ?? key);
      return opening?.kind === 'annotation' ? opening.section : undefined;
    };
    const loudness = [...sections.keys()].map((title) => entries.filter((e) => sectionOf(e.key) === title).length);
    expect(Math.min(...loudness)).toBe(1);
    expect(Math.max(...loudness)).toBeGreaterThan(12);
  });
});
