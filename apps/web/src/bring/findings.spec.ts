import { readArticle } from '#article';
import { findingsOf } from './findings.ts';

it('says what matters most, and leads to the passage that it is about', async () => {
  const source = '# T\n\n## Part\n\nA first paragraph.\n\nA [second](x:y) one, with <b>words</b>.\n\n![Gone](a.png)\n';
  const read = await readArticle(source, { format: 'markdown' });
  if (!read.ok) throw new Error(read.message);
  const findings = findingsOf(read.diagnostics, read.article);
  const [, second] = read.article.sections[0]?.blocks ?? [];
  expect(findings.map(({ code, kind }) => [code, kind])).toContainEqual(['markdown/link-dropped', 'left-out']);
  expect(findings.find(({ code }) => code === 'markdown/link-dropped')?.passage).toBe(second?.id);
  expect(findings.find(({ code }) => code === 'markdown/image-dropped')).toMatchObject({ kind: 'left-out' });
});
