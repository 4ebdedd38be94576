import { expect, test } from 'vitest';
import { loadConfig } from '../src/config.ts';

test('without any variable there are defaults', () => {
  expect(loadConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    databasePath: 'data/article-facts.db',
    logLevel: 'info',
    seed: true,
    metrics: true,
    apiKeys: [],
    trustProxy: false,
  });
});

test('an empty variable counts as absent', () => {
  expect(loadConfig({ PORT: '', HOST: '', DATABASE_URL: '' })).toEqual(loadConfig({}));
});

test.each([
  ['file:facts.db', 'facts.db'],
  ['file:/var/facts.db', '/var/facts.db'],
  ['file:///var/facts.db', '/var/facts.db'],
  [':memory:', ':memory:'],
])('DATABASE_URL=%s is %s', (url, path) => {
  expect(loadConfig({ DATABASE_URL: url }).databasePath).toBe(path);
});

test('a password in a wrong DATABASE_URL is not shown', () => {
  expect(() => loadConfig({ DATABASE_URL: 'postgres://a:secret@b/c' })).toThrow('//a:…@b/c');
});

test.each([
  ['PORT', 'http'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '0x50'],
  ['DATABASE_URL', 'facts.db'],
  ['DATABASE_URL', 'file:'],
  ['DATABASE_URL', 'file://host/facts.db'],
  ['DATABASE_URL', 'postgres://localhost/facts'],
  ['LOG_LEVEL', 'loud'],
  ['SEED', 'yes'],
  ['METRICS', '1'],
])('%s=%s is refused in one line that names both', (name, value) => {
  expect(() => loadConfig({ [name]: value })).toThrow(
    new RegExp(`^${name} must be [^\n]+; not "${value}"$`),
  );
});

test('API_KEYS names who may write by the digests of their keys', () => {
  const digest = 'ab'.repeat(32);
  const { apiKeys } = loadConfig({ API_KEYS: `desk:${digest}, archive:${'0'.repeat(64)}` });
  expect(apiKeys.map(({ name, digest }) => [name, digest.toString('hex')])).toEqual([
    ['desk', digest],
    ['archive', '0'.repeat(64)],
  ]);
  for (const wrong of [`desk:${digest}0`, 'secret', `Desk:${digest}`, `a:${digest},a:${digest}`])
    expect(() => loadConfig({ API_KEYS: wrong })).toThrow(/^API_KEYS (must|has)/);
  expect(() => loadConfig({ API_KEYS: 'the-secret-itself' })).not.toThrow(/the-secret/);
});

test('TRUST_PROXY names the proxies that are believed', () => {
  expect(loadConfig({ TRUST_PROXY: '10.0.0.1, 10.1.0.0/16' }).trustProxy).toEqual([
    '10.0.0.1',
    '10.1.0.0/16',
  ]);
  for (const wrong of ['true', '10.0.0', '10.0.0.0/x'])
    expect(() => loadConfig({ TRUST_PROXY: wrong })).toThrow(/^TRUST_PROXY must/);
});
