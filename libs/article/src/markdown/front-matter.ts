/** The YAML in front of a Markdown article: title, authors and what else is known about it. */
import { parse } from 'yaml';
import { z } from 'zod';
import type { Author } from '../model.ts';

/** What the front matter says, in the model's words; what it doesn't say is left out. */
export interface FrontMatter {
  title?: string | undefined;
  subtitle?: string | undefined;
  authors?: Author[] | undefined;
  /** The date, as written. */
  history?: string | undefined;
  doi?: string | undefined;
  licence?: string | undefined;
  language?: string | undefined;
  /** Paragraphs of the abstract, as Markdown. */
  abstract?: string | undefined;
  keywords?: string[] | undefined;
}

/** The front matter, or a sentence why it can't be read; `ignored` names the fields whose form is unknown. */
export type ReadFrontMatter = { ok: true; values: FrontMatter; ignored: string[] } | { ok: false; reason: string };

const Line = z
  .union([z.string(), z.number(), z.date().transform((date) => date.toISOString().slice(0, 10))])
  .transform((value) => String(value).replace(/\s+/gu, ' ').trim())
  .refine((value) => value !== '' && value.isWellFormed() && !value.includes('\0'));

const Person = z.union([
  Line.transform((name): Author => ({ name })),
  z
    .object({
      name: Line,
      affiliation: z.union([Line, z.array(Line).transform((places) => places.join('; '))]).optional(),
      email: Line.optional(),
    })
    .transform(
      ({ name, affiliation, email }): Author => ({
        name,
        ...(affiliation !== undefined && { affiliation }),
        ...(email !== undefined && { email }),
      }),
    ),
]);

const People = z.union([
  z.array(Person),
  Line.transform((names) => names.split(/\s*;\s*|\s+and\s+|\s+&\s+/u).map((name): Author => ({ name }))),
  Person.transform((person) => [person]),
]);

const Keywords = z.union([z.array(Line), Line.transform((list) => list.split(/\s*[;,]\s*/u).filter(Boolean))]);

const Paragraphs = z.string().refine((text) => text.isWellFormed() && !text.includes('\0'));

/** How each field may be called, and of what form it is. */
const FIELDS = {
  title: { names: ['title'], form: Line },
  subtitle: { names: ['subtitle'], form: Line },
  authors: { names: ['author', 'authors'], form: People },
  history: { names: ['date'], form: Line },
  doi: {
    names: ['doi'],
    form: Line.transform((doi) => doi.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')),
  },
  licence: { names: ['licence', 'license', 'copyright'], form: Line },
  language: {
    names: ['lang', 'language', 'locale'],
    form: Line.refine((tag) => /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i.test(tag) && tag.length <= 35).transform((tag) =>
      tag.replaceAll('_', '-'),
    ),
  },
  abstract: { names: ['abstract', 'summary'], form: Paragraphs },
  keywords: { names: ['keywords', 'tags'], form: Keywords },
} as const;

/** Reads the YAML. Fields that the model has no place for are none of our business and go without a word. */
export function readFrontMatter(yaml: string): ReadFrontMatter {
  let values: unknown;
  try {
    // Few aliases and no merging: a small file must not unfold into a large one.
    values = parse(yaml, { maxAliasCount: 10, logLevel: 'error' });
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '' };
  }
  const record = z.record(z.string(), z.unknown()).safeParse(values ?? {});
  if (!record.success) return { ok: false, reason: 'it is no list of fields' };
  return pick(new Map(Object.entries(record.data).map(([name, value]) => [name.toLowerCase(), value])));
}

/** How a field may be called, and of what form it is. */
interface Field<Value> {
  names: readonly string[];
  form: z.ZodType<Value>;
}

/** Takes each field by the first of its names that is there; what has another form is left out and named. */
function pick(found: ReadonlyMap<string, unknown>): ReadFrontMatter {
  const ignored: string[] = [];
  const take = <Value>({ names, form }: Field<Value>): Value | undefined => {
    const name = names.find((alias) => (found.get(alias) ?? undefined) !== undefined);
    if (name === undefined) return undefined;
    const read = form.safeParse(found.get(name));
    if (!read.success) ignored.push(name);
    return read.data;
  };
  const values = {
    title: take(FIELDS.title),
    subtitle: take(FIELDS.subtitle),
    authors: take(FIELDS.authors),
    history: take(FIELDS.history),
    doi: take(FIELDS.doi),
    licence: take(FIELDS.licence),
    language: take(FIELDS.language),
    abstract: take(FIELDS.abstract),
    keywords: take(FIELDS.keywords),
  };
  return { ok: true, values, ignored };
}
