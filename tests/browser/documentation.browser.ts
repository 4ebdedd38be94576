import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isTooWide } from './support/browser.ts';
import { type Browsing, openGroups, startBrowsing } from './support/browsing.ts';

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
  test('the documentation has its own title and icon, every tag, and asks nobody else', async () => {
    const { page, complaints } = await browsing.openDocumentation('', { viewport });
    expect(await page.title()).toBe('article-facts: documentation');
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toMatch(/^data:image/);
    expect(await tags(page)).toEqual(browsing.server.document.tags.map(({ name }) => name));
    expect(await isTooWide(page)).toBe(false);
    expect(complaints).toEqual([]);
  });

  test('every operation expands, with examples of its answers', async () => {
    const { page, complaints } = await browsing.openDocumentation('', { viewport });
    await openGroups(page);
    const operations = page.locator('.opblock');
    const paths = Object.values(browsing.server.document.paths);
    expect(await operations.count()).toBe(paths.flatMap((it) => Object.keys(it)).length);
    for (const operation of await operations.all()) {
      await operation.locator('.opblock-summary-control').click();
      await operation.locator('.opblock-body .response').first().waitFor();
      const isDeletion = await operation.evaluate((it) => it.matches('.opblock-delete'));
      const example = operation.locator('.response[data-code^="2"] .example').first();
      if (!isDeletion) expect(await example.textContent()).not.toBe('');
      expect(await isTooWide(page)).toBe(false);
      await operation.locator('.opblock-summary-control').click();
    }
    expect(complaints).toEqual([]);
  });

  test('Execute answers at once with real data', async () => {
    const { page, complaints } = await browsing.openDocumentation('', { viewport });
    await openGroups(page);
    const executed = new Set<string>();
    for (const [path, methods] of Object.entries(browsing.server.document.paths))
      for (const [method, operation] of Object.entries(methods)) {
        const { operationId, tags: [tag = ''] = [] } = operation ?? {};
        // All that read, and on a phone one of each tag.
        if (method !== 'get' || (viewport.width < 1000 && executed.has(tag))) continue;
        const block = page.locator(`#operations-${tag}-${operationId}`);
        await block.locator('.opblock-summary-control').click();
        await block.locator('.execute').click();
        const answer = block.locator('.live-responses-table .response');
        await answer.waitFor();
        expect(await answer.locator('.response-col_status').textContent(), path).toContain('200');
        const body = answer.locator('.highlight-code, .response-col_description').first();
        expect((await body.textContent())?.length, path).toBeGreaterThan(100);
        expect(await answer.textContent()).toMatch(/Request duration\s*\d+ ms/);
        await block.locator('.opblock-summary-control').click();
        executed.add(tag);
      }
    expect([...executed].sort()).toEqual(
      browsing.server.document.tags.map(({ name }) => name).sort(),
    );
    expect(complaints).toEqual([]);
  });

  test('an address leads to its operation, and the filter to a tag', async () => {
    const { page, complaints } = await browsing.openDocumentation('#/Quotes/getQuote', {
      viewport,
    });
    await page.waitForSelector('#operations-Quotes-getQuote.is-open');
    expect(await page.locator('.opblock.is-open').count()).toBe(1);
    await page.locator('.operation-filter-input').fill('Timel');
    await expect.poll(() => tags(page)).toEqual(['Timeline']);
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
