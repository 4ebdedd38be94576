import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { compressWithBrotli, encodingFor, varyByEncoding } from '../http/encodings.ts';
import { noSuchPath } from '../http/problems.ts';
import { type Html, html } from './html.ts';
import { operationList } from './operation-list.ts';
import { icon } from './plain-page.ts';

/** Of the package that brings Swagger UI only the files are used: its plugin makes a document at each start. */
const files = {
  style: import.meta.resolve('@fastify/swagger-ui/static/swagger-ui.css'),
  ownStyle: new URL('documentation/docs.css', import.meta.url).href,
  script: import.meta.resolve('@fastify/swagger-ui/static/swagger-ui-bundle.js'),
  ownScript: new URL('documentation/docs.js', import.meta.url).href,
};

interface Asset {
  bytes: Buffer;
  mediaType: string;
  /** With Brotli: quickly at first, thoroughly once there was time for it. */
  compressed: Promise<Buffer>;
}

/**
 * `/docs`: the documentation, with every operation to try out.
 * @param document the OpenAPI document, as JSON
 */
export function registerSwaggerUi(app: FastifyInstance, document: Buffer | string): void {
  const load = loadOnce(document);
  const hidden = { schema: { hide: true } };
  for (const path of ['/docs', '/docs/'])
    app.get(path, hidden, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send((await load()).page),
    );
  app.get<{ Params: { name: string } }>('/docs/static/:name', hidden, async (request, reply) => {
    const asset = (await load()).assets.get(request.params.name);
    if (asset === undefined) throw noSuchPath(request.url, '/docs');
    reply.type(asset.mediaType).header('cache-control', 'public, max-age=31536000, immutable');
    if (encodingFor(request.headers) !== 'br') return reply.send(asset.bytes);
    varyByEncoding(reply);
    return reply.header('content-encoding', 'br').send(await asset.compressed);
  });
}

/** Reads two megabytes once somebody asks for the page: on most servers nobody does. */
function loadOnce(document: Buffer | string) {
  let loaded: ReturnType<typeof load> | undefined;
  return () => {
    loaded ??= load(document);
    return loaded;
  };
}

async function load(document: Buffer | string) {
  const assets = new Map<string, Asset>();
  const add = async (address: string) => {
    const bytes = await readFile(new URL(address));
    const { name, ext } = parse(address);
    const hashed = `${name}.${hash('sha256', bytes, 'hex').slice(0, 12)}${ext}`;
    const asset: Asset = {
      bytes,
      mediaType: `text/${ext === '.js' ? 'javascript' : 'css'}; charset=utf-8`,
      compressed: compressWithBrotli(bytes, 5),
    };
    assets.set(hashed, asset);
    void asset.compressed
      .then(() => compressWithBrotli(bytes, 11))
      .then((smaller) => {
        asset.compressed = Promise.resolve(smaller);
      });
    return `/docs/static/${hashed}`;
  };
  const page = pageOf(operationList(JSON.parse(document.toString())), {
    style: await add(files.style),
    ownStyle: await add(files.ownStyle),
    script: await add(files.script),
    ownScript: await add(files.ownScript),
  });
  return { assets, page };
}

/**
 * In place of the page that comes with Swagger UI, which knows no phones and loads what isn't needed. All
 * operations can be read as soon as the page itself is there; the files behind them don't keep a browser from
 * showing them.
 */
function pageOf(
  operations: Html,
  { style, ownStyle, script, ownScript }: Record<keyof typeof files, string>,
): string {
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<link rel="preload" href="${script}" as="script">
<link rel="preload" href="/openapi.json" as="fetch" crossorigin>
<title>article-facts: documentation</title>
<style>
body { margin: 0; background: Canvas; color: CanvasText; }
noscript, .first { display: block; max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
.first h1 { line-height: 1.2; }
.first h2 { display: inline; font-size: 1.3rem; }
.first summary { padding: .6rem 0; border-bottom: 1px solid #8886; cursor: pointer; }
.first ul { padding: 0; list-style: none; }
.first li { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
.first a { padding: .35rem 0; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
.first a + a { text-decoration: underline; overflow-wrap: normal; }
.first a:is(:hover, :focus-visible) { text-decoration: underline; }
.first b { display: inline-block; min-width: 4rem; }
</style>
</head>
<body>
<div id="documentation">${operations}</div>
<noscript>To try them out with values of your own takes JavaScript. All that can be said of them stands in <a href="/openapi.yaml">/openapi.yaml</a> too.</noscript>
<link rel="stylesheet" href="${style}">
<link rel="stylesheet" href="${ownStyle}">
<script async src="${ownScript}" data-swagger-ui="${script}"></script>
</body>
</html>
`}`;
}
