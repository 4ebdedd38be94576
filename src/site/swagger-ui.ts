import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { compressWithBrotli, encodingFor, varyByEncoding } from '../http/encodings.ts';
import { noSuchPath } from '../http/problems.ts';
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

/** `/docs`: the documentation, with every operation to try out. */
export function registerSwaggerUi(app: FastifyInstance): void {
  const load = loadOnce();
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
function loadOnce() {
  let loaded: ReturnType<typeof load> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}

async function load() {
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
  const page = pageOf({
    style: await add(files.style),
    ownStyle: await add(files.ownStyle),
    script: await add(files.script),
    ownScript: await add(files.ownScript),
  });
  return { assets, page };
}

/** In place of the page that comes with Swagger UI, which knows no phones and loads what isn't needed. */
function pageOf({ style, ownStyle, script, ownScript }: Record<keyof typeof files, string>) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<link rel="preload" href="${script}" as="script">
<link rel="preload" href="/openapi.json" as="fetch" crossorigin>
<link rel="stylesheet" href="${style}">
<link rel="stylesheet" href="${ownStyle}">
<title>article-facts: documentation</title>
</head>
<body>
<div id="documentation"><main class="wait">Loading the documentation…</main></div>
<noscript>This page needs JavaScript. All that it says stands in <a href="/openapi.yaml">/openapi.yaml</a> too.</noscript>
<script src="${script}"></script>
<script src="${ownScript}"></script>
</body>
</html>
`;
}
