/**
 * How long it takes until the documentation can be used for the first time, on a slow phone: 1.6 Mbit/s,
 * 150 ms there and back, a processor four times as slow as this one. CHROMIUM says where the browser is.
 * Where it may (as root, on Linux), it runs before all else on the machine, so that what else runs doesn't count.
 *
 *     node bench/first-use.ts [ROUNDS] [ADDRESS of a server that runs]
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { createLaunch } from './speed/launch.ts';
import { startOurs } from './speed/servers.ts';
import { median } from './speed/statistics.ts';

const [rounds = '3', given] = process.argv.slice(2);

/** What is waited for, in the page at an address. */
const uses = [
  {
    use: 'the operations can be read, and examples asked for',
    path: '/docs',
    selector: '.first summary, .opblock-tag',
  },
  { use: 'a group can be opened', path: '/docs', selector: '.swagger-ui .opblock-tag' },
  {
    use: 'an operation that was linked to can be executed',
    path: '/docs#/Search/searchFacts',
    selector: '.opblock .execute',
  },
];

const isUndisturbed = runBeforeOthers();
const launch = createLaunch(null, new AbortController().signal);
const server = given === undefined ? await startOurs(launch, ':memory:', 'on') : null;
const address = given ?? server?.address;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  console.log(
    isUndisturbed
      ? 'Before all else on the machine.'
      : `Beside what else runs: load ${loadavg().map((it) => it.toFixed(1))}.`,
  );
  console.log('| from opening the page until | seconds, each round | median | of it script | KB |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const { use, path, selector } of uses) {
    const times: Awaited<ReturnType<typeof measure>>[] = [];
    for (let round = 0; round < Number(rounds); round++)
      times.push(await measure(browser, address + path, selector));
    const seconds = times.map((it) => it.seconds);
    const script = median(times.map((it) => it.script));
    const kilobytes = median(times.map((it) => it.bytes)) / 1000;
    console.log(
      `| ${use} | ${seconds.map((it) => it.toFixed(2)).join(', ')} | ${median(seconds).toFixed(2)} | ${script.toFixed(2)} | ${kilobytes.toFixed(0)} |`,
    );
  }
} finally {
  await browser.close();
  await server?.stop();
}

/** As a real-time process, whose children are such too. */
function runBeforeOthers(): boolean {
  try {
    execFileSync('chrt', ['--rr', '--pid', '1', String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function measure(browser: Browser, url: string, selector: string) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const { bytes } = await slowDown(session);
  await session.send('Performance.enable');
  // The page itself looks: asked from here, it would be so often only, and between its own work.
  const shown = Promise.withResolvers<number>();
  await page.exposeFunction('tellShown', shown.resolve);
  await page.addInitScript(watch(selector));
  await page.goto(url, { waitUntil: 'commit' });
  const seconds = (await shown.promise) / 1000;
  const { metrics } = await session.send('Performance.getMetrics');
  const script = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
  await context.close();
  return { seconds, script, bytes: bytes() };
}

/** For the page: tells when the selector has met something that is drawn, in milliseconds since its opening. */
function watch(selector: string): string {
  return `
  const observer = new MutationObserver(() => {
    if (document.querySelector(${JSON.stringify(selector)})?.checkVisibility() !== true) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => tellShown(performance.now())));
  });
  observer.observe(document, { attributes: true, childList: true, subtree: true });
`;
}

async function slowDown(session: CDPSession) {
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return { bytes: () => bytes };
}
