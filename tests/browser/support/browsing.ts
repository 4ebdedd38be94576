import type { Page } from 'playwright-core';
import { startServer, stopServer, type TestServer } from '../../support/server.ts';
import { launch, listen, type Opened, open as openIn } from './browser.ts';

export interface Browsing {
  server: TestServer;
  address: string;
  open(path: string, look: Look): Promise<Opened>;
  /** `/docs`, once its groups are there. */
  openDocumentation(fragment: string, look: Look): Promise<Opened>;
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
  const open = (path: string, look: Look) => openIn(browser, address, path, look);
  return {
    server,
    address,
    open,
    async openDocumentation(fragment, look) {
      const opened = await open(`/docs${fragment}`, look);
      await opened.page.waitForSelector('.opblock-tag');
      return opened;
    },
    async stop() {
      await browser.close();
      await stopServer(server);
    },
  };
}

/** On a phone, groups are closed at first. */
export async function openGroups(page: Page): Promise<void> {
  const closed = page.locator('.opblock-tag[data-is-open=false]');
  while ((await closed.count()) > 0) await closed.first().click();
}
