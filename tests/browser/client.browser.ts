import { copyFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { run } from '../../sdk/run.ts';
import { inPackage } from '../../src/package.ts';
import { temporaryFolder } from '../support/process.ts';
import { startServer, stopServer, type TestServer } from '../support/server.ts';
import { launch, listen } from './support/browser.ts';

// The TypeScript client in a page of another origin, as it is published: CHROMIUM says where the browser is.

let server: TestServer;
let address: string;
let browser: Browser;
beforeAll(async () => {
  server = await startServer('seed');
  address = await listen(server);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await stopServer(server);
});

// An icon, lest the browser ask for one.
const html = `<link rel="icon" href="data:,"><script type="importmap">
  {"imports": {"@article-facts/client": "/index.js", "openapi-fetch": "/openapi-fetch.js"}}
</script>`;

/** Serves a page and the client, compiled as it is for the pack; gives the page’s address. */
async function startSite(): Promise<string> {
  const folder = temporaryFolder();
  const tsc = inPackage('sdk/node_modules/typescript/bin/tsc');
  await run(['node', tsc, '-p', inPackage('sdk/typescript'), '--outDir', folder], folder);
  copyFileSync(
    inPackage('node_modules/openapi-fetch/dist/index.mjs'),
    join(folder, 'openapi-fetch.js'),
  );
  const site = createServer((request, response) => {
    const isPage = request.url === '/';
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
    response.end(isPage ? html : readFileSync(join(folder, String(request.url))));
  });
  onTestFinished(() => void site.close());
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
}

test('a page of another origin reads, keeps ETags, streams, and is told of problems', async () => {
  const page = await browser.newPage();
  const statuses: number[] = [];
  page.on('response', (response) => {
    if (response.request().method() === 'GET' && response.url().includes('speaker='))
      statuses.push(response.status());
  });
  await page.goto(await startSite());
  const seen = await page.evaluate(`(async () => {
    const { createClient } = await import('@article-facts/client');
    const facts = createClient({ baseUrl: '${address}' });
    const walk = async () => {
      const ids = [];
      for await (const { id } of facts.list('/v1/quotes', { speaker: 'wang-wenbin' })) ids.push(id);
      return ids;
    };
    const [first, second] = [await walk(), await walk()];
    let places = 0;
    for await (const _ of facts.lines('/v1/exports/places.ndjson')) places++;
    const { slug } = await facts.get('/v1/quotes/{quote}', { quote: 'nobody' }).catch((it) => it);
    return { first, second, places, slug };
  })()`);
  const ids = (await server.get('/v1/quotes?speaker=wang-wenbin')).data.map(({ id }) => id);
  const { data: places } = await server.get('/v1/places?limit=100');
  expect(seen).toEqual({ first: ids, second: ids, places: places.length, slug: 'not-found' });
  expect(statuses).toEqual([200, 304]);
});
