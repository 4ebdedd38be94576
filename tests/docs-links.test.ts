import { existsSync, globSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { inPackage } from '../src/package.ts';
import { findPages, readPage } from './support/pages.ts';

const pages = findPages();

test.each(pages)('every relative link of %s leads to a file or a heading that is there', (page) => {
  for (const target of linksOf(page)) {
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : normalize(join(dirname(page), path));
    expect(existsSync(inPackage(file)), target).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(file), target).toContain(anchor);
  }
});

test('every page of docs is linked from the README', () => {
  const linked = linksOf('README.md');
  const ofDocs = pages.filter((page) => page.startsWith('docs/'));
  expect(ofDocs.length).toBeGreaterThan(5);
  expect(linked).toEqual(expect.arrayContaining(ofDocs));
});

test('the README takes five minutes', () => {
  expect(readPage('README.md').split('\n').length).toBeLessThan(150);
});

test('where an example has several values, it repeats the parameter', () => {
  for (const page of pages) {
    const urls = readPage(page).match(/http:\/\/127\.0\.0\.1:3000[^\s'`)]*\?[^\s'`)]*/g) ?? [];
    for (const url of urls) expect(url, page).not.toMatch(/=[^&]*(,|%2C)/);
  }
});

test('every folder of the sources is in the layout', () => {
  const layout = readPage('docs/layout.md');
  for (const folder of globSync('src/*/', { cwd: inPackage('.') }))
    expect(layout).toContain(`\`${folder}/\``);
});

/** Links to other places of the repository. */
function linksOf(page: string): string[] {
  const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return links.filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors of a page’s headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  if (statSync(inPackage(page)).isDirectory()) return [];
  const headings = [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text);
  return headings.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function proseOf(page: string): string {
  return readPage(page).replaceAll(/^```.*?^```$/gms, '');
}
