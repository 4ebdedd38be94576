import { readFileSync } from 'node:fs';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { type Answers, type OpenApiTexts, openApiTexts } from '../http/openapi.ts';
import { inPackage } from '../package.ts';
import { icon } from './html.ts';

/** The OpenAPI document, and Swagger UI of it. */
export async function registerDocs(app: FastifyInstance): Promise<void> {
  let written: OpenApiTexts | undefined;
  const texts = () => {
    written ??= openApiTexts(app, readAnswers());
    return written;
  };
  const hidden = { schema: { hide: true } };
  app.get('/openapi.json', hidden, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(texts().json),
  );
  app.get('/openapi-3.0.json', hidden, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(texts().json30),
  );
  app.get('/openapi.yaml', hidden, (_request, reply) =>
    reply.type('application/yaml; charset=utf-8').send(texts().yaml),
  );
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    // It serves the document at /docs/json as well.
    transformSpecification: () => JSON.parse(texts().json),
    transformSpecificationClone: false,
    theme: {
      css: [{ filename: 'docs.css', content: style }],
      js: [{ filename: 'docs.js', content: script }],
      favicon: [
        { filename: 'icon.svg', rel: 'icon', type: 'image/svg+xml', sizes: 'any', content: icon },
      ],
    },
    uiHooks: {
      preHandler({ routeOptions: { url } }, reply, done) {
        if (url === '/docs' || url === '/docs/') reply.type('text/html; charset=utf-8').send(page);
        else done();
      },
    },
  });
}

/** Real answers, for the examples; `npm run openapi` asks for them. */
function readAnswers(): Answers {
  return JSON.parse(readFileSync(inPackage('openapi/answers.json'), 'utf8'));
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
