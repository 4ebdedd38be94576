import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { inPackage } from '../package.ts';
import { icon } from './html.ts';

const json = 'application/json; charset=utf-8';
const yaml = 'application/yaml; charset=utf-8';
const css = 'text/css; charset=utf-8';
const javaScript = 'application/javascript; charset=utf-8';

/** The OpenAPI document as it is committed, but for the server's own address, and Swagger UI of it. */
export function registerDocs(app: FastifyInstance, publicUrl: string | null): void {
  const serve = (path: string, mediaType: string, bytes: Buffer | string) =>
    app.get(path, hidden, (_request, reply) => reply.type(mediaType).send(bytes));

  const read = (name: string) => {
    const bytes = readFileSync(inPackage(`openapi/${name}`));
    return publicUrl === null ? bytes : withServer(bytes.toString(), publicUrl);
  };
  const document = read('openapi.json');
  const asYaml = read('openapi.yaml');
  serve('/openapi.json', json, document);
  serve('/openapi.yaml', yaml, asYaml);
  serve('/openapi-3.0.json', json, read('openapi-3.0.json'));
  serve('/docs/json', json, document);
  serve('/docs/yaml', yaml, asYaml);

  serve('/docs', 'text/html; charset=utf-8', page);
  serve('/docs/', 'text/html; charset=utf-8', page);
  serve('/docs/static/theme/docs.css', css, style);
  serve('/docs/static/theme/docs.js', javaScript, script);
  serve('/docs/static/theme/icon.svg', 'image/svg+xml', icon);
  serveSwaggerUi(app, import.meta.resolve('@fastify/swagger-ui/static/swagger-ui.css'), css);
  serveSwaggerUi(
    app,
    import.meta.resolve('@fastify/swagger-ui/static/swagger-ui-bundle.js'),
    javaScript,
  );
}

const hidden = { schema: { hide: true } };

/** The document, in JSON or YAML, with another address of the server than `/`. */
function withServer(text: string, url: string): string {
  return text.replace(
    /("?servers"?:\s*(?:\[\{|- )"?url"?: ?)"?\/"?/,
    (_, before: string) => before + JSON.stringify(url),
  );
}

/**
 * A file of Swagger UI, read when it is asked for: few servers are, and they have two megabytes. The plugin
 * that these come with isn't used, since it makes a document of the routes whenever the server starts.
 */
function serveSwaggerUi(app: FastifyInstance, address: string, mediaType: string): void {
  const file = new URL(address);
  app.get(`/docs/static/${basename(file.pathname)}`, hidden, async (_request, reply) =>
    reply.type(mediaType).send(await readFile(file)),
  );
}

/** In place of the page that comes with Swagger UI, which knows no phones and loads what isn't needed. */
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="/docs/static/theme/icon.svg">
<link rel="stylesheet" href="/docs/static/swagger-ui.css">
<link rel="stylesheet" href="/docs/static/theme/docs.css">
<title>article-facts: documentation</title>
</head>
<body>
<main id="documentation"></main>
<noscript>This page needs JavaScript. All that it says stands in <a href="/openapi.yaml">/openapi.yaml</a> too.</noscript>
<script src="/docs/static/swagger-ui-bundle.js"></script>
<script src="/docs/static/theme/docs.js"></script>
</body>
</html>
`;

const script = `SwaggerUIBundle({
  dom_id: '#documentation',
  url: '/openapi.json',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  filter: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});
`;

const style = `
body { margin: 0; }
noscript { display: block; padding: 1rem; }
/* There are none. */
.swagger-ui .response-col_links { display: none; }
@media (max-width: 40rem) {
  .swagger-ui .wrapper { padding: 0 .75rem; }
  .swagger-ui .opblock-tag { flex-wrap: wrap; padding-inline: 0; }
  .swagger-ui .opblock-tag small { order: 1; flex-basis: 100%; padding: 0; }
  .swagger-ui .filter .operation-filter-input { width: 100%; margin-inline: 0; }
}
`;
