import fc from 'fast-check';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { ConfigError, loadConfig } from '../src/config.ts';

test('without any variable there are defaults', () => {
  expect(loadConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    database: 'data/article-facts.db',
    databaseReadUrl: null,
    databaseConnections: 8,
    logLevel: 'info',
    seed: true,
    metrics: true,
    apiKeys: [],
    publicUrl: null,
    readLimit: null,
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
  ['postgres://facts@db.example/facts', 'postgres://facts@db.example/facts'],
  ['postgresql:///facts?host=/run/postgresql', 'postgresql:///facts?host=/run/postgresql'],
])('DATABASE_URL=%s is %s', (url, path) => {
  expect(loadConfig({ DATABASE_URL: url }).database).toBe(path);
});

test('a password in a wrong DATABASE_URL is not shown', () => {
  expect(() => loadConfig({ DATABASE_URL: 'mysql://a:secret@b/c' })).toThrow('//a:…@b/c');
});

test.each(['0.0.0.0', '::', 'fe80::1%eth0', 'localhost', 'facts_1.example.org', 'bücher.example'])(
  'HOST=%s is taken',
  (host) => {
    expect(loadConfig({ HOST: host }).host).toBe(host);
  },
);

test.each([
  ['HOST', 'http://x'],
  ['HOST', '127.0.0.1:80'],
  ['HOST', '[::1]'],
  ['HOST', 'a b'],
  ['HOST', '*'],
  ['PORT', 'http'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '0x50'],
  ['DATABASE_URL', 'facts.db'],
  ['DATABASE_URL', 'file:'],
  ['DATABASE_URL', 'file://host/facts.db'],
  ['DATABASE_URL', 'mysql://localhost/facts'],
  ['DATABASE_CONNECTIONS', '0'],
  ['DATABASE_READ_URL', 'file:facts.db'],
  ['LOG_LEVEL', 'loud'],
  ['SEED', 'yes'],
  ['METRICS', '1'],
  ['READ_LIMIT', '600'],
  ['READ_LIMIT', '0/minute'],
  ['READ_LIMIT', '600/day'],
  ['READ_LIMIT', '-1/hour'],
])('%s=%s is refused in one line that names both', (name, value) => {
  expect(() => loadConfig({ [name]: value })).toThrow(
    new RegExp(`^${name} must be [^\n]+; not "${RegExp.escape(value)}"$`),
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

test.each([
  ['https://facts.example.org', 'https://facts.example.org'],
  ['https://facts.example.org/', 'https://facts.example.org'],
  ['HTTP://Facts.example.org:8080/api/', 'http://facts.example.org:8080/api'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
  [
    'https://facts.example.org/berita äktuell/%7B',
    'https://facts.example.org/berita%20%C3%A4ktuell/%7B',
  ],
])('PUBLIC_URL=%s is %s', (url, publicUrl) => {
  expect(loadConfig({ PUBLIC_URL: url }).publicUrl).toBe(publicUrl);
});

test.each([
  'facts.example.org',
  '//facts.example.org',
  '/api',
  'ftp://facts.example.org',
  'javascript:alert(1)',
  'https://',
  'https://a b',
  'https://facts.example.org/?a=1',
  'https://facts.example.org/?',
  'https://facts.example.org/#a',
  'https://user:secret@facts.example.org',
  'https://facts.example.org/%zz',
  'https://facts.example.org/100%',
  'https://facts.example.org/a|b',
  'https://facts.example.org/[a]',
  'https://facts"example.org',
])('PUBLIC_URL=%s is refused in one line, without a password', (wrong) => {
  expect(() => loadConfig({ PUBLIC_URL: wrong })).toThrow(/^PUBLIC_URL must be [^\n]+; not "/);
  expect(() => loadConfig({ PUBLIC_URL: wrong })).not.toThrow(/secret/);
});

test('READ_LIMIT is so many requests by second, minute or hour', () => {
  expect(loadConfig({ READ_LIMIT: '600/minute' }).readLimit).toEqual({ most: 600, seconds: 60 });
  expect(loadConfig({ READ_LIMIT: '5/second' }).readLimit).toEqual({ most: 5, seconds: 1 });
});

test('TRUST_PROXY names the proxies that are believed', () => {
  expect(loadConfig({ TRUST_PROXY: '10.0.0.1, 10.1.0.0/16' }).trustProxy).toEqual([
    '10.0.0.1',
    '10.1.0.0/16',
  ]);
});

test.each([
  'true',
  '10.0.0',
  '10.0.0.0/x',
  '10.0.0.0/',
  '10.0.0.0/0',
  '10.0.0.0/33',
  '10.0.0.0/8/8',
  '10.0.0.1,,10.0.0.2',
  '::1/129',
  '1.2.3.4:80',
  'loopback',
])('TRUST_PROXY=%s is refused in one line', (wrong) => {
  expect(() => loadConfig({ TRUST_PROXY: wrong })).toThrow(/^TRUST_PROXY must be [^\n]+; not "/);
});

test('whatever TRUST_PROXY is taken, the server can be built with it', () => {
  const address = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.ipV4().map((it) => `::ffff:${it}`),
  );
  const bits = fc.oneof(
    fc.constant(''),
    fc.nat(140).map((it) => `/${it}`),
    fc.string({ maxLength: 4 }).map((it) => `/${it}`),
  );
  const networks = fc.array(fc.tuple(address, bits), { minLength: 1, maxLength: 3 });
  let taken = 0;
  fc.assert(
    fc.property(networks, (those) => {
      const text = those.map((parts) => parts.join('')).join(',');
      let config: ReturnType<typeof loadConfig>;
      try {
        config = loadConfig({ TRUST_PROXY: text });
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError);
        return;
      }
      taken++;
      expect(() => fastify({ trustProxy: config.trustProxy })).not.toThrow();
    }),
  );
  expect(taken).toBeGreaterThan(5);
});
