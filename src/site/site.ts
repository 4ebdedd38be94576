import type { FastifyInstance } from 'fastify';
import { apiCatalog } from '../http/links.ts';
import { unavailable } from '../http/problems.ts';
import { context, contextPath, vocabulary } from '../linked-data/context.ts';
import type { Store } from '../store/store.ts';
import { watchState } from '../watch-state.ts';
import { answer } from './answer.ts';
import { registerDocs } from './docs.ts';
import { type Html, html } from './html.ts';
import { plainPage } from './plain-page.ts';
import { registerProblemPages } from './problem-pages.ts';

const hidden = { schema: { hide: true } };

/** What lies outside /v1, beside the pages of facts: the document, the meaning of errors, health. */
export function registerSite(app: FastifyInstance, store: Store, publicUrl: string | null): void {
  app.get('/.well-known/api-catalog', hidden, (_request, reply) =>
    reply
      .header('link', '</.well-known/api-catalog>; rel="api-catalog"')
      .type('application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"')
      .send(JSON.stringify(apiCatalog)),
  );
  app.get(contextPath, hidden, (_request, reply) =>
    reply.type('application/ld+json').send(JSON.stringify({ '@context': context })),
  );
  app.get('/vocabulary', hidden, (request, reply) =>
    answer(request, reply, { terms: vocabulary }, () => plainPage('Vocabulary', terms())),
  );
  registerDocs(app, publicUrl);

  registerProblemPages(app);

  app.get('/health/live', hidden, (_request, reply) => reply.send({ status: 'ok' }));
  const isChanged = watchState();
  app.get('/health/ready', hidden, async (_request, reply) => {
    try {
      store.check();
      const revision = await store.revision();
      const servers = await store.servers();
      const hasServers = Object.keys(servers).length > 0;
      if (isChanged(null)) app.log.info('the database can be used again');
      return reply.send({
        status: 'ok',
        revision,
        readOnly: store.readOnly,
        ...(hasServers && { servers }),
      });
    } catch (error) {
      const what = (error as Error).message;
      if (isChanged(what))
        app.log.error({ err: error }, `the database can't be used as it is: ${what}`);
      throw unavailable('The database can’t be used as it is; the log says why.');
    }
  });
}

function terms(): Html {
  return html`<main>
<h1>Vocabulary</h1>
<p>The terms of the linked data that no standard has. All others are explained by schema.org, W3C Web Annotation, Dublin Core and PROV.</p>
<dl>
${Object.entries(vocabulary).map(
  ([term, meaning]) => html`<dt id="${term}"><code>${term}</code></dt><dd>${meaning}</dd>\n`,
)}</dl>
</main>`;
}
