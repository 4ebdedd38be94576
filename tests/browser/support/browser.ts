import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { TestServer } from '../../support/server.ts';

/** Lets the server listen. @returns its address */
export async function listen({ app }: TestServer): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

/** A real browser: CHROMIUM says where it is. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // In a container there are no namespaces to make one of.
    args: ['--no-sandbox'],
  });
}

export interface Opened {
  page: Page;
  /** Whatever the browser complains of, and whatever it asks of others. */
  complaints: string[];
}

/** A page that is closed once the test is over. */
export async function open(
  browser: Browser,
  address: string,
  path: string,
  options: BrowserContextOptions,
): Promise<Opened> {
  const opened = await openToStay(browser, address, path, options);
  onTestFinished(() => opened.page.close());
  return opened;
}

/** A page for several tests. */
export async function openToStay(
  browser: Browser,
  address: string,
  path: string,
  options: BrowserContextOptions,
): Promise<Opened> {
  const page = await browser.newPage(options);
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

/** Whether it has to be moved sideways to be read. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > innerWidth');
}
