import { v4 } from 'uuid';
import { makeAnchor } from '#anchoring';
import { type Article, BlockId } from '#article';
import type { Log } from '#log';
import {
  AnnotationId,
  ArticleId,
  type Audience,
  EVERYONE,
  type Intent,
  type MemberId,
  onlyFor,
  SeminarId,
} from '#seminar';
import { aLog, annotationId, command, memberId, type TestLog } from '../../../log/src/testing/a-log.ts';
import { document as plain } from '../../../seminar/src/testing/a-seminar.ts';
import { Projector } from '../projector.ts';
import { Searches, type SearchFilter, type SearchHit } from './searches.ts';

const FIRST = { limit: 10, offset: 0 };
const article = ArticleId.parse(v4());
const block = BlockId.parse('p-1');

let test: TestLog;
let log: Log;
let searches: Searches;
let seminar: SeminarId;
beforeEach(async () => {
  test = await aLog();
  const { pool, ...rest } = await test.gateway();
  log = rest;
  searches = new Searches(pool, new Projector(pool, log.store));
  seminar = SeminarId.parse(v4());
});
afterEach(() => test.close());

const TEXT = 'Freiheit ist die Freiheit der Andersdenkenden, schrieb sie im Gefängnis.';

function germanArticle(words = TEXT): Article {
  const paragraph = { type: 'paragraph' as const, id: block, text: words, marks: [], notes: [] };
  return {
    ...plain,
    language: 'de',
    sections: [{ id: BlockId.parse('s-1'), title: 'Rand', level: 1, blocks: [paragraph] }],
  };
}

const does = (by: MemberId, intent: Intent, audience: Audience = EVERYONE) =>
  log.seminars.handle(seminar, command(by, intent, undefined, audience));

async function open(document = germanArticle()): Promise<void> {
  await does(test.ada, { type: 'seminar.open', data: { seminar, title: 'Rand' } });
  await does(test.ada, { type: 'article.import', data: { article, version: 1, document } });
}

async function says(
  by: MemberId,
  body: string,
  audience: Audience = EVERYONE,
  tags: string[] = [],
): Promise<AnnotationId> {
  const annotation = annotationId();
  const target = { kind: 'passage' as const, article, version: 1, anchors: [makeAnchor(block, TEXT, 0, 8)] };
  const made = await does(
    by,
    { type: 'annotation.create', data: { annotation, motivation: 'commenting', target, body, tags } },
    audience,
  );
  expect(made.ok).toBe(true);
  return annotation;
}

const find = (typed: string, filter: Partial<SearchFilter> = {}, audiences: Audience[] = [EVERYONE]) =>
  searches.find(seminar, (audience) => audiences.includes(audience), typed, { ...FIRST, ...filter });
const shown = ({ fragments }: SearchHit) => fragments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

it('finds the text and what was said, in the language of the article', async () => {
  await open();
  const annotation = await says(test.ada, 'Welche **Freiheiten** meint sie?');
  const { total, hits } = await find('freiheit');
  expect(total).toBe(2);
  expect(hits.map((hit) => [hit.said?.annotation ?? hit.block, shown(hit)]).sort()).toEqual(
    [
      [annotation, 'Welche [Freiheiten] meint sie'],
      [block, '[Freiheit] ist die [Freiheit] der Andersdenkenden, schrieb sie im Gefängnis'],
    ].sort(),
  );
  expect((await find('freiheit', { in: 'discussion' })).hits.map(({ said }) => said?.annotation)).toEqual([annotation]);
  expect((await find('freiheit', { in: 'text' })).total).toBe(1);
  expect((await find('freiheit', { article: ArticleId.parse(v4()) })).total).toBe(0);
});

it('finds a word that is still being typed, a phrase, and what excludes another', async () => {
  await open();
  await says(test.ada, 'Cooperation across borders');
  await says(test.ada, 'Cooperation at home');
  expect((await find('cooperatio')).hits.map(shown).sort()).toEqual([
    '[Cooperation] across borders',
    '[Cooperation] at home',
  ]);
  expect((await find('"across borders"')).total).toBe(1);
  expect((await find('cooperation -home')).total).toBe(1);
  expect((await find('cooperation nowhere')).total).toBe(0);
  for (const odd of ["'", '\\', ':*', '& |', '@', `'${'x'.repeat(150)}`, '"', '🙂']) {
    expect(await find(odd)).toMatchObject({ hits: [] });
  }
});

it('keeps up with what is edited, tagged, answered, deleted, and with a new version', async () => {
  await open();
  const annotation = await says(test.ada, 'Something about turnips');
  await does(test.ada, {
    type: 'annotation.edit',
    data: { annotation, revision: 1, body: 'Something about parsnips' },
  });
  expect([(await find('turnips')).total, (await find('parsnips')).total]).toEqual([0, 1]);
  await does(test.ada, { type: 'annotation.tag', data: { annotation, tags: ['roots'] } });
  expect((await find('roots')).total).toBe(1);
  const reply = annotationId();
  const target = { kind: 'annotation' as const, annotation };
  await does(test.ada, { type: 'annotation.reply', data: { annotation: reply, target, body: 'Or swedes' } });
  expect((await find('swedes')).hits[0]).toMatchObject({ block, said: { annotation: reply, thread: annotation } });
  await does(test.ada, { type: 'annotation.delete', data: { annotation } });
  expect([(await find('parsnips')).total, (await find('roots')).total, (await find('swedes')).total]).toEqual([
    0, 0, 1,
  ]);
  await does(test.ada, { type: 'annotation.restore', data: { annotation, body: 'Something about parsnips' } });
  expect([(await find('parsnips')).total, (await find('roots')).total, (await find('swedes')).total]).toEqual([
    1, 1, 1,
  ]);
  await does(test.ada, {
    type: 'article.import',
    data: { article, version: 2, document: germanArticle('Ganz andere Wörter stehen hier.') },
  });
  expect([(await find('Andersdenkenden')).total, (await find('wörter')).total]).toEqual([0, 1]);
});

it('looks into no log but those that it is given, and reads a smaller one by the same language', async () => {
  await open();
  const own = onlyFor(test.ada);
  const note = await says(test.ada, 'Nur für mich: ihre Freiheiten', own);
  expect((await find('freiheit')).hits.map(({ said }) => said)).toEqual([null]);
  const { hits } = await find('freiheit', { in: 'discussion' }, [EVERYONE, own]);
  expect(hits.map(({ audience, said }) => [audience, said?.annotation])).toEqual([[own, note]]);
  expect((await find('freiheit', {}, [onlyFor(memberId())])).total).toBe(0);
});

it('goes through all there is, page by page', async () => {
  await open();
  for (let n = 0; n < 5; n++) await says(test.ada, `Remark number ${n}`);
  const pages = await Promise.all([0, 2, 4].map((offset) => find('remark', { limit: 2, offset })));
  expect(pages.map(({ total }) => total)).toEqual([5, 5, 5]);
  expect(new Set(pages.flatMap(({ hits }) => hits.map(({ said }) => said?.annotation))).size).toBe(5);
});

it('finds Chinese and Japanese wherever in a sentence they stand', async () => {
  await open({ ...germanArticle(`${TEXT} 百年後に別の読み手がここを通り、同じ箇所に線を引いた。`), language: 'ja' });
  const annotation = await says(test.ada, '這裡的Postgres索引為什麼會失敗？', EVERYONE, ['資料庫']);
  const found = async (typed: string) => (await find(typed)).hits.map(shown);
  expect(await found('読み手')).toEqual([expect.stringContaining('百年後に別の[読み手]がここを')]);
  expect(await found('箇所')).toHaveLength(1);
  // Characters that stand there, but not beside each other.
  expect(await found('読手')).toEqual([]);
  expect(await found('"別の読"')).toHaveLength(1);
  expect(await found('索引 失敗')).toEqual(['這裡的Postgres[索引]為什麼會[失敗]？']);
  expect((await find('索引 postgres')).hits.map(({ said }) => said?.annotation)).toEqual([annotation]);
  expect(await found('索引 -失敗')).toEqual([]);
  expect(await found('料庫')).toHaveLength(1);
});
