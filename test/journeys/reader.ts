/** What a person does in the reading room, and what they see there. */
import type { Browser, Locator, Page } from 'playwright-core';
import type { Person } from '../support/protocol-client.ts';

/** With what a browser comes: its screen, and cookies of before. */
export type Arrival = NonNullable<Parameters<Browser['newContext']>[0]> & {
  cookies?: { name: string; value: string; url: string }[];
};

/** Markdown as it is read. */
const rendered = (body: string): string => body.replaceAll('*', '');

/** No journey has more. */
const MOST_THREADS = 20;

export class Reader {
  readonly page: Page;
  /** What the browser complained of. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // A browser notes every connection that is refused; that is what a cut network is for.
      if (message.type() === 'error' && !/ERR_|WebSocket connection|Failed to load resource/.test(message.text())) {
        this.complaints.push(message.text());
      }
    });
  }

  /** Somebody with a browser of their own. */
  static async arrive(browser: Browser, url: string, { cookies = [], ...options }: Arrival = {}): Promise<Reader> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });
    await context.addCookies(cookies);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(url);
    return new Reader(page);
  }

  /** A member of a class room at their screen. */
  static async enter(browser: Browser, url: string, person: Person, options: Arrival = {}): Promise<Reader> {
    const reader = await Reader.arrive(browser, url, { ...options, cookies: [person.browserCookie] });
    await reader.page.locator('article.text').waitFor();
    return reader;
  }

  async openSeminar(title: string, name: string): Promise<void> {
    await this.page.getByLabel('Title of the seminar').fill(title);
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('button', { name: 'Open the seminar' }).click();
    await this.page.getByRole('heading', { name: 'Bring an article' }).waitFor();
  }

  /** Imports a file and waits until it can be read in the room. */
  async bring(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.page.locator('input[data-choose=files]').setInputFiles(file);
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await this.page.locator('.columns article.text').waitFor();
  }

  /** The link by which others join. */
  async share(): Promise<string> {
    await this.page.getByRole('button', { name: 'Share' }).click();
    const link = await this.page.locator('dialog input[readonly]').first().inputValue();
    await this.page.keyboard.press('Escape');
    return link;
  }

  async join(name: string): Promise<void> {
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('button', { name: 'Join' }).click();
    await this.page.locator('.columns article.text').waitFor();
  }

  /** Selects these words with the mouse's result: a selection in the text. */
  async select(words: string): Promise<void> {
    await this.page.evaluate((wanted) => {
      for (const block of document.querySelectorAll('article.text [data-passage]')) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          block.scrollIntoView({ block: 'center' });
          // As a press of the mouse does.
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          getSelection()?.removeAllRanges();
          getSelection()?.addRange(range);
          return;
        }
      }
      throw new Error(`“${wanted}” is not in the text`);
    }, words);
  }

  /** Selects words, presses the key, writes and posts. */
  async annotate(words: string, body: string, key: 'a' | 'q' = 'a', shownAs = rendered(body)): Promise<void> {
    await this.select(words);
    await this.page.keyboard.press(key);
    await this.page.locator('.new-thread textarea').fill(body);
    await this.page.keyboard.press('Control+Enter');
    await this.thread(shownAs).waitFor();
  }

  /** The same, for few: the audience is chosen beside the button. */
  async annotateTo(audience: string, words: string, body: string): Promise<void> {
    await this.select(words);
    await this.page.keyboard.press('a');
    await this.page.locator('.new-thread textarea').fill(body);
    await this.page.getByRole('button', { name: 'Who will read it' }).click();
    await this.page.getByRole('menuitemradio', { name: audience }).click();
    await this.page.getByRole('button', { name: `Who will read it: ${audience}` }).waitFor();
    await this.page.getByRole('button', { name: 'Post' }).click();
    await this.thread(rendered(body)).waitFor();
  }

  /** Selects words and presses the key that highlights them at once. */
  async highlight(words: string): Promise<void> {
    await this.select(words);
    await this.page.keyboard.press('h');
    await this.thread(words).waitFor();
  }

  /** The thread that begins with these words, folded or open. */
  thread(words: string): Locator {
    return this.page.locator('.margin .card').filter({ hasText: words });
  }

  async open(words: string): Promise<void> {
    await this.see(words);
    const folded = this.page.locator('.margin .folded').filter({ hasText: words });
    if ((await folded.count()) > 0) await folded.click();
    await this.page.locator('.margin .thread').filter({ hasText: words }).waitFor();
  }

  /** Waits for words of others; where they are out of sight, the pill leads to them. */
  async see(words: string): Promise<void> {
    const pill = this.page.locator('.pill');
    await this.thread(words).or(pill).first().waitFor();
    while ((await this.thread(words).count()) === 0) {
      // It may be gone by now: what it told of is about to be drawn, or has been.
      if (await pill.isVisible()) await pill.click({ timeout: 2_000 }).catch(() => undefined);
      await this.page.waitForTimeout(600);
    }
  }

  async reply(body: string): Promise<void> {
    await this.page.getByLabel('Write a reply').fill(body);
    await this.page.keyboard.press('Control+Enter');
    await this.page
      .locator('.remark')
      .filter({ hasText: rendered(body) })
      .waitFor();
  }

  /** Everything that was said, as the screen shows it: each thread, gone through with the key for the next one. */
  async everythingSaid(): Promise<{ passage: string; remarks: string[] }[]> {
    const said: { passage: string; remarks: string[] }[] = [];
    await this.page.keyboard.press('Escape');
    // Back to the first thread; further back than that no key leads.
    for (let n = 0; n < MOST_THREADS; n++) await this.page.keyboard.press('p');
    for (let before = ''; ; await this.page.keyboard.press('n')) {
      const thread = this.page.locator('.margin .thread');
      const remarks = await thread
        .locator('.remark')
        .evaluateAll((all) =>
          all.map(
            (it) =>
              `${it.querySelector('.name')?.textContent}: ${it.querySelector('.prose, .tombstone')?.textContent?.trim() ?? 'highlighted'}`,
          ),
        );
      const passage = (await thread.locator('.quote').textContent()) ?? '';
      if (`${passage} ${remarks}` === before) return said;
      before = `${passage} ${remarks}`;
      said.push({ passage, remarks });
    }
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
