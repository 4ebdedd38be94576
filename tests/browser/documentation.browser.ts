import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isTooWide, type Opened } from './support/browser.ts';
import {
  type Browsing,
  operationsByBeginning,
  showOnly,
  startBrowsing,
  withOperation,
} from './support/browsing.ts';

// The documentation in a real browser.

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing.stop());

function tags(page: Page): Promise<string[]> {
  return page.locator('.opblock-tag').evaluateAll((all) => all.map((it) => it.dataset.tag ?? ''));
}

describe.each([
  ['on a desk', { width: 1280, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
])('%s', (_, viewport) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await browsing.openDocumentation({ viewport });
  });

  test('the documentation has its own title and icon, every tag and operation, and asks nobody else', async () => {
    const { page, complaints } = opened;
    expect(await page.title()).toBe('article-facts: documentation');
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toMatch(/^data:image/);
    expect(await tags(page)).toEqual(browsing.server.document.tags.map(({ name }) => name));
    expect(await isTooWide(page)).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('every operation opens, with examples of its answers; what reads answers at once with real data', async () => {
    const { page, complaints } = opened;
    const executed = new Set<string>();
    for (const [beginning, operations] of operationsByBeginning(browsing.server)) {
      await showOnly(page, beginning, operations);
      for (const { path, method, operation } of operations) {
        const [tag = ''] = operation.tags;
        await withOperation(page, operation, async (block) => {
          if (method !== 'delete') {
            const example = block.locator('.response[data-code^="2"] .example').first();
            expect(await example.textContent(), path).not.toBe('');
          }
          const texts = await block.locator('.renderedMarkdown').allInnerTexts();
          expect(texts.join('\n'), path).not.toMatch(/`|\*\*|\]\(|^ *([-+|>#]|\d+\.) /m);
          expect(await isTooWide(page), path).toBe(false);
          // All that read, and on a phone one of each tag.
          if (method !== 'get' || (viewport.width < 1000 && executed.has(tag))) return;
          executed.add(tag);
          await block.locator('.execute').click();
          const answer = block.locator('.live-responses-table .response');
          await answer.waitFor();
          expect(await answer.locator('.response-col_status').textContent(), path).toContain('200');
          const body = answer.locator('.highlight-code, .response-col_description').first();
          expect((await body.textContent())?.length, path).toBeGreaterThan(100);
          expect(await answer.textContent()).toMatch(/Request duration\s*\d+ ms/);
          expect(await isTooWide(page), path).toBe(false);
        });
      }
    }
    expect([...executed].sort()).toEqual(
      browsing.server.document.tags.map(({ name }) => name).sort(),
    );
    expect(complaints).toEqual([]);
  });

  test('an address leads to its operation, and the filter to a tag', async () => {
    const { page, complaints } = await browsing.open('/docs#/Quotes/getQuote', { viewport });
    await page.waitForSelector('#operations-Quotes-getQuote.is-open');
    expect(await page.locator('.opblock.is-open').count()).toBe(1);
    await page.locator('.operation-filter-input').fill('Timel');
    await page.locator('.opblock-tag').nth(1).waitFor({ state: 'detached' });
    expect(await tags(page)).toEqual(['Timeline']);
    expect(complaints).toEqual([]);
  });

  test('a schema opens, with the schemas that it refers to', async () => {
    const { page, complaints } = await browsing.open('/docs', { viewport });
    await page.locator('.models-control').click();
    const named = (name: string) => page.getByText(name, { exact: true });
    const schema = page.locator('.models article', { has: named('ActorPage') });
    await schema.getByText('Expand all').click();
    await schema.locator(named('affiliations')).waitFor();
    expect(complaints).toEqual([]);
  });

  test.each(['/', '/problems', '/problems/not-found', '/vocabulary'])(
    '%s fits and complains of nothing',
    async (path) => {
      const { page, complaints } = await browsing.open(path, { viewport });
      expect(await page.locator('h1').textContent()).not.toBe('');
      expect(await isTooWide(page)).toBe(false);
      expect(complaints).toEqual([]);
    },
  );
});
