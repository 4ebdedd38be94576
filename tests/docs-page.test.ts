import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, stopServer, type TestServer } from './support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('seed');
});
afterAll(() => stopServer(server));

test('Swagger UI comes from the package itself, compressed, kept for a year, under a strict policy', async () => {
  const page = await server.app.inject('/docs');
  expect(page.statusCode).toBe(200);
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("script-src 'self'");
  const assets = [...page.body.matchAll(/(?:src|href|data-swagger-ui)="([^"]+)"/g)]
    .map(([, url = '']) => url)
    .filter((url) => !/^(#|\/v1)\//.test(url));
  expect(assets.length).toBeGreaterThan(3);
  const transferred: Record<string, number> = {};
  for (const asset of new Set(assets)) {
    expect(asset).not.toMatch(/^(https?:)?\/\//);
    if (asset.startsWith('/openapi.') || asset.startsWith('data:')) continue;
    expect(asset).toMatch(/^\/docs\/static\/[\w-]+\.[0-9a-f]{12}\.(js|css)$/);
    const { statusCode, headers, rawPayload } = await server.app.inject(asset);
    expect(statusCode, asset).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const encoding of ['br', 'gzip']) {
      const packed = await server.app.inject({
        url: asset,
        headers: { 'accept-encoding': encoding },
      });
      if (rawPayload.length < 1400 && encoding === 'gzip') continue;
      expect(packed.headers['content-encoding'], asset).toBe(encoding);
      expect(packed.headers.vary).toContain('Accept-Encoding');
      const unpack = encoding === 'br' ? brotliDecompressSync : gunzipSync;
      expect(unpack(packed.rawPayload).equals(rawPayload), asset).toBe(true);
      transferred[encoding] = (transferred[encoding] ?? 0) + packed.rawPayload.length;
    }
  }
  // At 1.6 Mbit/s that is two seconds and a half.
  expect(transferred.br).toBeLessThan(500_000);
  const other = await server.app.inject('/docs/static/docs.000000000000.js');
  expect(other.statusCode).toBe(404);
});

test('until Swagger UI is there, every operation can be linked to, and what reads be asked for by its example', async () => {
  const { body } = await server.app.inject('/docs');
  const hrefs = [...body.matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => href);
  const operations = Object.values(server.document.paths).flatMap((it) => Object.entries(it));
  const links = operations.map(([, it]) => `#/${it?.tags[0]}/${it?.operationId}`);
  expect(hrefs.filter((href) => href.startsWith('#/')).sort()).toEqual(links.sort());

  const examples = hrefs.filter((href) => href.startsWith('/v1/'));
  expect(examples).toHaveLength(operations.filter(([method]) => method === 'get').length);
  for (const example of examples) {
    const { statusCode, rawPayload } = await server.ask(example);
    expect(statusCode, example).toBe(200);
    expect(rawPayload.length, example).toBeGreaterThan(100);
  }
});
