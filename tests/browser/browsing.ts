import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { startServer, stopServer, type TestServer } from '../support/server.ts';

export interface Browsing {
  server: TestServer;
  address: string;
  open(path: string, look: Look): Promise<Opened>;
  /** `/docs`, once its groups are there. */
  openDocumentation(fragment: string, look: Look): Promise<Opened>;
  stop(): Promise<void>;
}

export interface Look {
  viewport: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
}

export interface Opened {
  page: Page;
  /** Whatever the browser complains of, and whatever it asks of others. */
  complaints: string[];
}

/** The server with the seed, and a real browser: CHROMIUM says where it is. */
export async function startBrowsing(): Promise<Browsing> {
  const server = await startServer('seed');
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // In a container there are no namespaces to make one of.
    args: ['--no-sandbox'],
  });

  async function open(path: string, look: Look): Promise<Opened> {
    const page = await browser.newPage(look);
    onTestFinished(() => page.close());
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
    await page.route(
      (url) => url.origin !== address && url.protocol !== 'data:',
      async (route) => {
        complaints.push(`asks for ${route.request().url()}`);
        await route.abort();
      },
    );
    await page.goto(address + path);
    return { page, complaints };
  }

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
