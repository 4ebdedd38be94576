import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findExamples, readPage } from './support/pages.ts';
import { run, temporaryFolder } from './support/process.ts';
import { startServer, stopServer, withServer } from './support/server.ts';

test('the three questions of the README are answered as printed, and more', async () => {
  const { ask } = await withServer('seed');
  const examples = findExamples(readPage('README.md'), 'json');
  expect(examples).toHaveLength(3);
  for (const { path, printed } of examples)
    expect((await ask(path)).json(), path).toMatchObject(JSON.parse(printed, anyOfItsKind));
});

test('the requests of the page on asking are answered as printed', async () => {
  const { app } = await withServer('seed');
  const examples = findExamples(readPage('docs/asking.md'), 'json');
  expect(examples.length).toBeGreaterThan(7);
  for (const { path, printed, isPart } of examples) {
    const answer = (await app.inject(path)).json();
    const expected = JSON.parse(printed, anyOfItsKind);
    if (isPart) expect(answer, path).toMatchObject(expected);
    else expect(answer, path).toEqual(expected);
  }
});

/** Each server gives cursors of its own, and each answer has an instance of its own. */
function anyOfItsKind(_name: string, value: unknown): unknown {
  return value === '…' ? expect.stringMatching(/^[\w:-]{40,}$/) : value;
}

test('the export that its page shows is as printed', async () => {
  const { ask } = await withServer('seed');
  const [{ path, printed } = { path: '', printed: '' }] = findExamples(
    readPage('docs/exports.md'),
    'csv',
  );
  expect((await ask(path)).body.replaceAll('\r\n', '\n')).toBe(printed);
});

test('the verification that its page shows answers as printed', async () => {
  const { ask } = await withServer('seed');
  const [, line, url, key, printed] =
    readPage('docs/verification.md').match(
      /```sh\necho '(.+)' \| jq -Rs '{text: \.}' \| curl -s --json @- http:\/\/127\.0\.0\.1:3000(\S+) \| jq \.(\w+)\n```\n+```json\n(.*?)```/s,
    ) ?? [];
  const response = await ask({ method: 'POST', url: String(url), payload: { text: `${line}\n` } });
  expect(response.json()[key ?? '']).toEqual(JSON.parse(printed ?? ''));
});

test('the article of the page on writing is the one that other tests read', () => {
  const files = filesOf(readPage('docs/writing.md'), 'night-ferry');
  expect(files['night-ferry.txt']).toBe(readPage('tests/articles/night-ferry.txt'));
  expect(JSON.parse(files['night-ferry.json'] ?? '')).toEqual(
    JSON.parse(readPage('tests/articles/night-ferry.json')),
  );
});

test.each([
  ['README.md', 'ferry', 1],
  ['docs/writing.md', 'night-ferry', 2],
])('the article that %s puts in is checked, stored and served', async (page, name, count) => {
  const folder = temporaryFolder();
  const path = join(folder, 'facts.db');
  for (const [file, content] of Object.entries(filesOf(readPage(page), name)))
    writeFileSync(join(folder, file), content);
  const commands = [
    ...readPage(page).matchAll(new RegExp(`^npx article-facts (\\w+ ${name}\\.json .*)$`, 'gm')),
  ];
  expect(commands).toHaveLength(count);
  for (const [, command = ''] of commands) {
    const args = command.split(' ').map((it) => (it.includes('.') ? join(folder, it) : it));
    const env = { DATABASE_URL: `file:${path}` };
    expect(await run('src/cli.ts', args, env)).toMatchObject({ code: 0, stderr: '' });
  }
  const server = await startServer([], { path });
  onTestFinished(() => stopServer(server));
  expect((await server.get('/v1/quotes?speaker=ines-okoro')).data).toHaveLength(1);
});

/** An article’s text and bundle, as a page shows them under their names. */
function filesOf(page: string, name: string): Record<string, string> {
  return Object.fromEntries(
    [
      ['txt', 'text'],
      ['json', 'json'],
    ].map(([extension, language]) => {
      const file = `${name}.${extension}`;
      const shown = new RegExp(`\`${file}\`.*?\`\`\`${language}\\n(.*?)\\n\`\`\``, 's');
      return [file, shown.exec(page)?.[1] ?? ''];
    }),
  );
}
