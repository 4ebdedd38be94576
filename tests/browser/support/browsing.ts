import type { Locator, Page } from 'playwright-core';
import type { Operation } from '../../support/openapi.ts';
import { startServer, stopServer, type TestServer } from '../../support/server.ts';
import { launch, listen, type Opened, open as openIn, openToStay } from './browser.ts';

export interface Browsing {
  server: TestServer;
  address: string;
  open(path: string, look: Look): Promise<Opened>;
  /** `/docs` for several tests, once its groups are there. */
  openDocumentation(look: Look): Promise<Opened>;
  stop(): Promise<void>;
}

interface Look {
  viewport: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
}

/** The server with the seed, and a real browser: CHROMIUM says where it is. */
export async function startBrowsing(): Promise<Browsing> {
  const server = await startServer('seed');
  const address = await listen(server);
  const browser = await launch();
  return {
    server,
    address,
    open: (path, look) => openIn(browser, address, path, look),
    async openDocumentation(look) {
      const opened = await openToStay(browser, address, '/docs', look);
      await opened.page.waitForSelector('.opblock-tag');
      return opened;
    },
    async stop() {
      await browser.close();
      await stopServer(server);
    },
  };
}

interface PathOperation {
  path: string;
  method: string;
  operation: Operation;
}

/** The operations of the document, those together whose paths begin alike. */
export function operationsByBeginning({ document }: TestServer): Map<string, PathOperation[]> {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation === undefined ? [] : [{ path, method, operation }],
    ),
  );
  return Map.groupBy(all, ({ path }) => /^\/v1\/(?:exports\/)?[a-z-]+/.exec(path)?.[0] ?? path);
}

/** Leaves only these operations in the list: all of them together make Swagger UI slow. */
export async function showOnly(
  page: Page,
  beginning: string,
  operations: readonly PathOperation[],
): Promise<void> {
  const [tag] = operations[0]?.operation.tags ?? [];
  await page.locator('.operation-filter-input').fill(beginning);
  await page
    .locator(`.opblock-tag:not([data-tag="${tag}"])`)
    .first()
    .waitFor({ state: 'detached' });
  // On a phone, groups are closed at first.
  const closed = page.locator('.opblock-tag[data-is-open=false]');
  if ((await closed.count()) > 0) await closed.click();
  const shown = page.locator('.opblock');
  await shown.nth(operations.length).waitFor({ state: 'detached' });
  await shown.nth(operations.length - 1).waitFor();
}

/** Opens an operation that is in the list, and closes it when the work is done. */
export async function withOperation(
  page: Page,
  { operationId, tags: [tag] }: Operation,
  work: (block: Locator) => Promise<void>,
): Promise<void> {
  const block = page.locator(`#operations-${tag}-${operationId}`);
  const control = block.locator('.opblock-summary-control');
  await control.click();
  await block.locator('.execute').waitFor();
  await work(block);
  await control.click();
}
