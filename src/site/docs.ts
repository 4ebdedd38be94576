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
    uiConfig: {
      // Without the bar on top, which asks for the address of another document.
      layout: 'BaseLayout',
      deepLinking: true,
      displayRequestDuration: true,
      filter: true,
      tryItOutEnabled: true,
    },
    transformSpecification: () => JSON.parse(texts().json),
    transformSpecificationClone: false,
    theme: {
      css: [{ filename: 'docs.css', content: css }],
      favicon: [
        { filename: 'icon.svg', rel: 'icon', type: 'image/svg+xml', sizes: 'any', content: icon },
      ],
    },
    uiHooks: {
      preHandler(request, reply, done) {
        if (request.routeOptions.url?.replace(/\/$/, '') !== '/docs') return done();
        reply.type('text/html; charset=utf-8').send(page);
      },
    },
  });
}

/** Real answers, for the examples; `npm run openapi` asks for them. */
function readAnswers(): Answers {
  return JSON.parse(readFileSync(inPackage('openapi/answers.json'), 'utf8'));
}

/** The page that comes with Swagger UI has no width for phones. */
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
<div id="swagger-ui"></div>
<noscript>This page needs JavaScript. The same stands in <a href="/openapi.yaml">/openapi.yaml</a>.</noscript>
<script src="/docs/static/swagger-ui-bundle.js"></script>
<script src="/docs/static/swagger-ui-standalone-preset.js"></script>
<script src="/docs/static/swagger-initializer.js"></script>
</body>
</html>
`;

const css = `
body { margin: 0; }
`;
