import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBundleReader } from '../../src/bundle/check.ts';
import { inPackage } from '../../src/package.ts';
import { factTypes } from '../../src/resources.ts';
import { bundleOf } from '../support/article.ts';
import { load, startServer, stopServer, type TestServer } from '../support/server.ts';
import { isTooWide, launch, listen, open } from './support/browser.ts';

// The pages for people in a real browser, by keyboard alone.

const text = readFileSync(inPackage('tests/articles/night-ferry.txt'), 'utf8');
const ferry = JSON.parse(readFileSync(inPackage('tests/articles/night-ferry.json'), 'utf8'));

/** Words, an address and a figure that are longer than a phone is wide. */
const long = {
  word: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  url: 'https://example.org/articles/20240514_the_ferry_is_back_in_service_after_two_years_of_repairs',
  value: 1e308,
};
const ofLongWords = bundleOf('x', ({ article, quotes, actors, places, events, statistics }) => {
  const name = { en: `${long.word} of the city`, de: long.word };
  Object.assign(article, { title: name, description: name });
  const { word, url, value } = long;
  Object.assign(article.source, { headline: `${word} gilt nicht mehr`, publisher: word, url });
  Object.assign(quotes[0] ?? {}, { event: events[0]?.id });
  Object.assign(quotes[1] ?? {}, { speakers: [], unnamedSpeaker: word, text: `${word} is good.` });
  for (const actor of actors)
    Object.assign(actor, { name, description: name, aliases: [word], roles: [name] });
  for (const place of places) Object.assign(place, { name });
  for (const event of events)
    Object.assign(event, {
      title: name,
      date: { edtf: '2023', basis: 'inferred', expression: word, note: word },
      participants: actors.map(({ id }) => ({ actor: id, role: 'organizer' })),
    });
  Object.assign(events[1] ?? {}, { date: { edtf: null, expression: word, note: word } });
  for (const statistic of statistics)
    Object.assign(statistic, { label: name, value, unit: { code: '%', label: name } });
});

let server: TestServer;
let address: string;
let browser: Browser;
beforeAll(async () => {
  server = await startServer('seed');
  const { bundle } = createBundleReader(factTypes).read(ferry, text);
  await load(server.store, [bundle ?? ferry, ofLongWords]);
  address = await listen(server);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await stopServer(server);
});

/** What axe finds wrong. It is put in past the policy of the page, which allows no such script. */
async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate<axe.AxeResults>('axe.run()');
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Goes on with the Tab key until what has the focus is that. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 400; pressed++) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      `document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`,
    );
    if (isThere) return;
  }
  throw new Error(`Tab doesn’t lead to ${selector} on ${page.url()}`);
}

async function follow(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const lists = ['articles', 'quotes', 'actors', 'places', 'events', 'statistics'];
const pages = [
  '/',
  ...lists.map((it) => `/${it}`),
  '/articles/putin-china-visit-2024',
  '/quotes/china-russia-declare-no-limits-partnership-2022',
  '/actors/vladimir-putin?ui=id',
  '/places/harbin',
  '/events/putin-harbin-visit-2024',
  '/statistics/countries-on-xi-europe-tour-2024',
  '/search?q=tanpa+batas',
];

describe.each<[string, BrowserContextOptions]>([
  ['on a desk, light', { viewport: desk, colorScheme: 'light' }],
  ['on a phone, dark', { viewport: phone, colorScheme: 'dark' }],
  ['on a desk, dark', { viewport: desk, colorScheme: 'dark' }],
  ['on a phone, light', { viewport: phone, colorScheme: 'light' }],
])('%s', (_, options) => {
  test.each(pages)('%s fits, complains of nothing, and axe finds nothing', async (path) => {
    const { page, complaints } = await open(browser, address, path, options);
    expect(await isTooWide(page)).toBe(false);
    expect(complaints).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test('by keyboard, from words to who said them, whom they meet, an event, and the citation', async () => {
    const { page, complaints } = await open(browser, address, '/', options);
    await tabTo(page, 'input[type=search]');
    await page.keyboard.type('"tanpa batas"');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const quote = '/quotes/china-russia-declare-no-limits-partnership-2022';
    await follow(page, `a[href="${quote}"]`);
    expect(await page.locator('h1').textContent()).toBe('China, Russia');
    expect(await page.locator('blockquote').textContent()).toContain('tanpa batas');
    expect(await page.locator('.citations').textContent()).toContain('characters 2964–2975');
    await follow(page, 'h1 a[href="/actors/russia"]');
    await follow(page, '.network a[href^="/actors/vladimir-putin"]');
    expect(await page.locator('h1').textContent()).toBe('Vladimir Putin');
    await follow(page, '.timeline a[href^="/events/"]');
    expect(new URL(page.url()).pathname).toMatch(/^\/events\//);
    await tabTo(page, '.take a[href$="/citation.bib"]');
    const href = await page.evaluate<string>('document.activeElement.href');
    expect(await (await page.request.get(href)).text()).toMatch(/^@misc\{/);
    expect(complaints).toEqual([]);
  });
});

const pagesOfLongWords = [
  ...lists.map((it) => (/actors|places/.test(it) ? `/${it}?q=${long.word}` : `/${it}?article=x`)),
  '/articles/x',
  '/quotes/x-we-will-build-it',
  '/quotes/x-voters-asked',
  '/actors/ada-stein',
  '/places/town-hall',
  '/events/x-council-meeting',
  '/events/x-bridge-opening',
  '/statistics/x-voters-share',
  `/search?q=${long.word}`,
  `/quotes?speaker=${'no-such-speaker-'.repeat(5)}x`,
  `/quotes?q=${long.word.repeat(9)}`,
  `/quotes/${long.word.repeat(3)}`,
  `/${long.word}/${long.url.slice(8)}`,
];

/** Words of ordinary length that are broken within; those of an address may be. */
const brokenWords = `(() => {
  const broken = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    for (const { 0: word, index } of texts.currentNode.data.matchAll(/(?<![^\\s“(])\\p{L}{2,14}(?![^\\s.,:”)])/gu)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + word.length);
      if (new Set(Array.from(range.getClientRects(), ({ top }) => top)).size > 1) broken.push(word);
    }
  return broken;
})()`;

describe.each([320, 360, 900, 1280])('at a width of %s pixels', (width) => {
  const options = { viewport: { width, height: 800 } };

  test.each([...pagesOfLongWords, ...pages, '/problems', '/problems/not-found', '/vocabulary'])(
    '%s fits, however long its words are, and no other words are broken',
    async (path) => {
      const { page } = await open(browser, address, path, options);
      await page.evaluate(
        "document.querySelectorAll('details').forEach((it) => { it.open = true })",
      );
      expect(await isTooWide(page)).toBe(false);
      expect(await page.evaluate(brokenWords)).toEqual([]);
    },
  );
});

test.each([
  ['pasted', desk],
  ['pasted', phone],
])('a text that is %s shows each fact in its place, and is sent nowhere', async (_, viewport) => {
  const { page, complaints } = await open(browser, address, `/articles/${ferry.article.id}`, {
    viewport,
  });
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
  await tabTo(page, '#read-text');
  await page.keyboard.insertText(text.replaceAll('\n', '\r\n'));
  await tabTo(page, '.read form button');
  await page.keyboard.press('Enter');
  await page.locator('.read .stated').first().waitFor();
  const told = (await page.locator('.read .told').textContent()) ?? '';
  const { data } = await server.get(`/v1/mentions?article=${ferry.article.id}&limit=100`);
  expect(told).toContain('This is the very text');
  expect(told).toContain(`${data.length} / ${data.length}`);
  expect(await page.locator('.read .text').textContent()).toBe(text);
  expect(await page.locator('.read .missing').isVisible()).toBe(false);
  // The first stretch has the focus; what is stated there can be gone to, and back.
  const stretch = await page.evaluate<string>('document.activeElement.id');
  const named = await page.locator('.panel li').count();
  expect(named).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.closest(".panel") !== null')).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.evaluate('document.activeElement.id')).toBe(stretch);
  expect(sent).toEqual([`${address}/v1/exports/mentions.ndjson?article=${ferry.article.id}`]);
  expect(await isTooWide(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a file that is chosen, and one that is dropped, is read as well', async () => {
  const { page } = await open(browser, address, `/articles/${ferry.article.id}`, {
    viewport: desk,
  });
  const file = { name: 'ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.locator('.read input[type=file]').setInputFiles(file);
  await page.locator('.read .stated').first().waitFor();
  expect(await page.locator('.read .text').textContent()).toBe(text);
  await page.locator('.read .again button').click();
  await page.evaluate(
    `(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(`${text}more`)}], 'ferry.txt'));
      document.querySelector('.read').dispatchEvent(new DragEvent('drop', { dataTransfer }));
    })()`,
  );
  await page.locator('.read .text', { hasText: `${text.trimEnd().slice(-20)}` }).waitFor();
  await expect.poll(() => page.locator('.read .text').textContent()).toBe(`${text}more`);
  expect(await page.locator('.read .told').textContent()).toContain('another text');
});

test('of another text, what doesn’t stand there is told', async () => {
  const { page } = await open(browser, address, `/articles/${ferry.article.id}`, {
    viewport: desk,
  });
  const [{ exact } = { exact: '' }] = (
    await server.get<{ data: { exact: string }[] }>(
      `/v1/mentions?article=${ferry.article.id}&limit=1`,
    )
  ).data;
  await page.fill('#read-text', text.replaceAll(exact, 'something else'));
  await page.click('.read form button');
  await page.locator('.read .missing li').first().waitFor();
  expect(await page.locator('.read .told').textContent()).toContain('another text');
  expect(await page.locator('.read .missing').textContent()).toContain(exact);
});

test('a page and all that it needs come in less than 100 KB', async () => {
  for (const path of pages) {
    let bytes = 0;
    const page = await browser.newPage({ viewport: desk });
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(address + path, { waitUntil: 'networkidle' });
    await page.close();
    expect(bytes, path).toBeLessThan(100_000);
  }
});
