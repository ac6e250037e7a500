/** docs/events.md: every event with its versions, its fields and an example, made from the schemas and the golden events. */

import {
  describedShapeOf,
  EVENT_MEANINGS,
  EVENT_VERSIONS,
  type EventType,
  type GoldenEvent,
  type JsonSchema,
} from '#seminar';

const HEAD = `# Events

Everything that can happen in a seminar, as it stands in its logs for ever. This page is made from the schemas in
\`libs/seminar/src/events.ts\` and from the examples in \`test/golden/events\` (\`npm run docs:events\`).

Besides what is listed here, every event has its \`position\`, \`at\` (when its command was received), \`by\` (a member) and
\`command\`; see [protocol.md](protocol.md). What a person wrote stands in \`personal\`, and is \`null\` once it is erased.

An event is read in the newest version, whichever it was written in: upcasters (\`libs/seminar/src/upcasters.ts\`) lift it. To change a
shape, raise its version, write the upcaster, put an example of the new version into \`test/golden/events\`, and run
\`npm run docs:events\`; what is there already stays, so that every log ever written is read in every test run.
`;

/** Too large to be listed here; what it is made of stands elsewhere. */
const ELSEWHERE: Record<string, string> = {
  'data.document': 'an article, as `ArticlePreview` in the [API](protocol.md) describes it',
};

/** The page. `golden` holds every version of every event. */
export function eventsPage(golden: readonly GoldenEvent[]): string {
  const sections = EVENT_VERSIONS.map(([type, version]) => {
    const of = golden.filter(({ example }) => example.type === type).map(({ example }) => example.version);
    const example = golden.find((one) => one.example.type === type && one.example.version === version)?.example;
    return `\n## \`${type}\`\n\n${EVENT_MEANINGS[type]} Version ${versions(version, of)}.\n\n${fieldsOf(type)}\n\n\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\`\n`;
  });
  return `${HEAD}${sections.join('')}`;
}

function versions(newest: number, all: readonly number[]): string {
  const earlier = all.filter((version) => version !== newest).toSorted((a, b) => a - b);
  return earlier.length === 0 ? `${newest}` : `${newest}; logs also hold ${earlier.join(', ')}`;
}

interface Field {
  path: string;
  what: string;
  about: string;
}

function fieldsOf(type: EventType): string {
  const { data, personal } = describedShapeOf(type).properties ?? {};
  const rows = [...inside('data', asSchema(data ?? true)), ...inside('personal', asSchema(personal ?? true))];
  const lines = rows.map(({ path, what, about }) => `| \`${path}\` | ${what} | ${about} |`);
  return ['| field | what it is | |', '| --- | --- | --- |', ...lines].join('\n');
}

/** What is at a path, then what is inside it. */
function fields(path: string, given: JsonSchema | boolean | undefined, required: boolean): Field[] {
  const schema = typeof given === 'object' ? given : {};
  const what = ELSEWHERE[path] ?? whatIs(schema);
  const own = { path, what: required ? what : `${what}, or nothing`, about: schema.description ?? '' };
  return path in ELSEWHERE ? [own] : [own, ...inside(path, schema)];
}

function inside(path: string, schema: JsonSchema): Field[] {
  const needed = new Set(schema.required);
  const properties = Object.entries(schema.properties ?? {});
  const items = schema.items && !Array.isArray(schema.items) ? inside(`${path}[]`, asSchema(schema.items)) : [];
  const others = alternatives(schema).flatMap((one) => inside(path, one));
  return [
    ...properties.flatMap(([name, one]) => fields(`${path}.${name}`, one, needed.has(name))),
    ...items,
    ...others,
  ];
}

const asSchema = (schema: JsonSchema | boolean): JsonSchema => (typeof schema === 'object' ? schema : {});

const alternatives = ({ oneOf, anyOf }: JsonSchema): JsonSchema[] => [...(oneOf ?? []), ...(anyOf ?? [])].map(asSchema);

function whatIs(schema: JsonSchema): string {
  const either = alternatives(schema);
  if (either.length > 0) return either.map(whatIs).join(', or ');
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((word) => `\`${String(word)}\``).join(', ');
  switch (schema.type) {
    case 'array':
      return `a list: ${whatIs(asSchema(Array.isArray(schema.items) ? true : (schema.items ?? true)))}`;
    case 'object':
      return 'an object';
    case 'integer':
      return 'a whole number';
    case 'string':
      return schema.format === 'uuid' ? 'a UUID' : 'text';
    case 'null':
      return '`null`';
    default:
      return `${schema.type}`;
  }
}
