import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inPackage } from '../../src/package.ts';
import { type Browsing, startBrowsing } from './support/browsing.ts';

// What axe finds of the pages: WCAG 2.2, and good practice.

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing.stop());

const axe = readFileSync(inPackage('node_modules/axe-core/axe.min.js'), 'utf8');
const pages = [
  '/',
  '/problems',
  '/problems/not-found',
  '/vocabulary',
  '/v1/quotes?speker=xi-jinping',
  '/docs#/Search/searchFacts',
  '/docs#/Quotes/listQuotes',
  '/docs#/Articles/putBundle',
  '/docs#/Articles/deleteBundle',
  '/docs#/Articles/verifyText',
];

describe.each([
  ['light', 1440],
  ['dark', 390],
] as const)('%s, %i px wide', (colorScheme, width) => {
  test.each(pages)('%s has one main part, and no fault that axe knows', async (path) => {
    const { page } = await browsing.open(path, { viewport: { width, height: 900 }, colorScheme });
    if (path.startsWith('/docs')) {
      const operation = page.locator('.opblock.is-open');
      await operation.locator('.execute').waitFor();
      if (!path.endsWith('Bundle')) {
        await operation.locator('.execute').click();
        await operation.locator('.live-responses-table .response').waitFor();
      }
    }
    expect(await page.locator('main').count()).toBe(1);
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
