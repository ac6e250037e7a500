/**
 * Two people with a browser each read a real article together. One of them loses the network for a while; both go on
 * writing; in the end both see the same, each word once.
 */
import { readFileSync } from 'node:fs';
import { type CuttableNetwork, cuttableNetwork } from '../support/cuttable-network.ts';
import { sharedArticle } from '../support/shared-article.ts';
import { Reader } from './reader.ts';
import { useStage } from './stage.ts';

const OWN = readFileSync(new URL('../fixtures/extracted-article.txt', import.meta.url), 'utf8');
const shared = sharedArticle();
/** Where the shared article is not at hand, one that has the same flaws stands in for it. */
const article = shared
  ? {
      source: shared.source,
      title: 'South–South cooperation: What can we learn from South–South security cooperation?',
      counts: ['8', '5', '3', '6', '6', '7'],
      notes: '57 notes',
      passages: ['internal heterogeneity', 'is constantly changing', 'two-speed', 'The Lusaka Resolution'],
      note: { label: '28', text: 'Mawdsley' },
    }
  : {
      source: OWN,
      title: 'On reading maps aloud: What a gazetteer can teach a class',
      counts: ['2', '3', '2'],
      notes: '4 notes',
      passages: ['twelve pages an evening', 'only names', 'Every sheet had the capital', 'a useful thing to know'],
      note: { label: '2', text: 'well-known rivers' },
    };

let network: CuttableNetwork;
const stage = useStage();
beforeAll(async () => {
  network = await cuttableNetwork(stage.gateway.url);
});
afterAll(async () => {
  await network.close();
});

it('shows both the same, whatever the network does', async () => {
  const [first = '', second = '', third = '', fourth = ''] = article.passages;
  const ada = await Reader.arrive(stage.browser, stage.gateway.url);
  await ada.openSeminar('Theories of cooperation', 'Ada Thorne');
  await ada.page
    .locator('input[data-choose=files]')
    .setInputFiles({ name: 'article.txt', mimeType: 'text/plain', buffer: Buffer.from(article.source) });
  const outline = ada.page.getByRole('navigation', { name: 'Outline' });
  await outline.waitFor();
  expect(await outline.locator('li small').allInnerTexts()).toEqual(article.counts);
  expect(await outline.locator('summary').innerText()).toContain(article.notes);
  await ada.page.getByRole('button', { name: 'Publish', exact: true }).click();
  await ada.page.locator('.columns').getByRole('heading', { name: article.title }).waitFor();

  // The link names the address that the server knows itself by; Ben reaches it by a way that can be cut.
  const link = new URL(await ada.share());
  const ben = await Reader.arrive(stage.browser, `${network.url}${link.pathname}`);
  await ben.page.getByText('You join as participant').waitFor();
  await ben.join('Ben Quill');
  await ada.page.getByText('Live, 2 here').waitFor();

  await ada.annotate(first, 'If this keeps *growing*, what does the label still explain?', 'q');
  await ben.open('what does the label still explain');
  await ben.reply('Note 3 helps: it separates the **countries** from the relation.');
  await ada.page.locator('.remark strong', { hasText: 'countries' }).waitFor();
  await ada.reply('Then the relation can outlive its members.');
  await ben.page.locator('.remark', { hasText: 'outlive its members' }).waitFor();

  network.cut();
  await ben.page.getByText(/Reconnecting|Offline/).waitFor();
  await ben.reply('I write this in a tunnel.');
  await ben.annotate(second, 'Also from the tunnel.');
  await ada.annotate(third, 'While Ben was away.');
  await ada.select(first);
  await ada.open('what does the label still explain');
  await ada.reply('Ben seems to be gone.');
  expect(await ada.page.getByText('tunnel').count()).toBe(0);
  expect(await ben.page.getByText('While Ben was away').count()).toBe(0);
  await ben.page.getByText(/kept, will be sent/).waitFor();

  network.mend();
  await ada.see('Also from the tunnel');
  await ben.see('While Ben was away');
  await ben.highlight(fourth);
  await ada.see(fourth);

  const [here, there] = [await ada.everythingSaid(), await ben.everythingSaid()];
  expect(there).toEqual(here);
  expect(here).toHaveLength(4);
  expect(here.flatMap(({ remarks }) => remarks).sort()).toEqual(
    [
      'Ada Thorne: If this keeps growing, what does the label still explain?',
      'Ben Quill: Note 3 helps: it separates the countries from the relation.',
      'Ada Thorne: Then the relation can outlive its members.',
      'Ben Quill: I write this in a tunnel.',
      'Ada Thorne: Ben seems to be gone.',
      'Ben Quill: Also from the tunnel.',
      'Ada Thorne: While Ben was away.',
      'Ben Quill: highlighted',
    ].sort(),
  );

  await ada.page.getByRole('button', { name: `Note ${article.note.label}`, exact: true }).hover();
  await ada.page.locator('.note-popover', { hasText: article.note.text }).waitFor();
  expect([...ada.complaints, ...ben.complaints]).toEqual([]);
});
