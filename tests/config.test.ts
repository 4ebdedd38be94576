import { expect, test } from 'vitest';
import { loadConfig } from '../src/config.ts';

test('without any variable there are defaults', () => {
  expect(loadConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    databasePath: 'data/article-facts.db',
    logLevel: 'info',
    seed: true,
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
])('%s=%s is refused in one line that names both', (name, value) => {
  expect(() => loadConfig({ [name]: value })).toThrow(
    new RegExp(`^${name} must be [^\n]+; not "${value}"$`),
  );
});
