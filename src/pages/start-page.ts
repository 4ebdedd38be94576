import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { prefersHtml } from '../http/prefers-html.ts';
import type { Resource } from '../resource/resource.ts';
import { type Html, html } from '../site/html.ts';
import type { Store } from '../store/store.ts';
import { type Catalogue, listName } from './catalogue.ts';
import { type Reader, readerOf } from './language.ts';
import type { Site } from './pages.ts';
import { pageRoute, type UiQuery } from './parameters.ts';
import { sendPage } from './send.ts';

const questions: readonly (readonly [keyof Catalogue['questions'], path: string])[] = [
  ['said', '/quotes?speaker=wang-wenbin'],
  ['expected', '/events?participant=vladimir-putin&status=expected'],
  ['words', '/search?q=limit*'],
];

const documents = [
  { path: '/docs', description: 'The documentation, with every operation to try out.' },
  { path: '/openapi.json', description: 'The OpenAPI 3.1 document, for generating clients.' },
  { path: '/openapi-3.0.json', description: 'The same in OpenAPI 3.0, for older generators.' },
  { path: '/openapi.yaml', description: 'The OpenAPI 3.1 document as YAML.' },
  {
    path: '/v1/exports/quotes.csv',
    description:
      'All quotes as a table. Every list can be taken away so, as CSV, NDJSON or a workbook (XLSX).',
  },
  { path: '/v1/changes.atom', description: 'What was put and deleted, as a feed.' },
  { path: '/problems', description: 'What each error means, and how to mend it.' },
];

/** Nothing to be opened: agents send messages there. */
const agents = {
  path: '/mcp',
  description: 'Where agents ask for the same facts, by POST, in the Model Context Protocol.',
};

/** `/`: for browsers a page that leads to all others, for programs an index of the resources. */
export function registerStartPage(
  app: FastifyInstance,
  resources: readonly Resource[],
  { store, assets, publicUrl }: Site,
): void {
  const count = rememberCounts(resources, store);
  app.get<{ Querystring: UiQuery }>('/', pageRoute(app), async (request, reply) => {
    const isPage = prefersHtml(request.raw);
    const counts = await (isPage ? soon(count()) : count());
    const lists = resources.map(({ name, description }) => ({
      path: `/v1/${name}`,
      description,
      count: counts[name] ?? 0,
    }));
    const search = {
      path: '/v1/search?q=limit*',
      description: 'Any fact by its words, best first.',
    };
    const links = [...lists, search, ...documents, agents];
    reply.header('vary', 'Accept');
    if (!isPage)
      return reply
        .type('application/json; charset=utf-8')
        .send(JSON.stringify({ name: 'article-facts', links }));
    const reader = readerOf(request, request.query.ui, publicUrl);
    const main = startPage(resources, counts, [...lists, search], reader);
    const description = reader.words.intro;
    return sendPage(
      reply,
      { title: 'article-facts', description, path: '/', main },
      reader,
      assets,
    );
  });
}

/** Whoever opens the page doesn't wait for counts that take long; they are there when it is opened again. */
function soon(counts: Promise<Record<string, number>>): Promise<Record<string, number>> {
  return Promise.race([counts, setTimeout(longestMs, {}, { ref: false })]);
}

const longestMs = 50;

/** Counting takes time that grows with the facts, so it is done once for each state. */
function rememberCounts(resources: readonly Resource[], store: Store) {
  let known: { mark: string; counts: Promise<Record<string, number>> } | undefined;
  return async () => {
    const mark = await store.mark();
    if (known?.mark !== mark)
      known = {
        mark,
        counts: store.ask('counts', { tables: resources.map(({ name }) => name) }),
      };
    return known.counts;
  };
}

function startPage(
  resources: readonly Resource[],
  counts: Readonly<Record<string, number>>,
  routes: readonly { path: string }[],
  { words, to, language }: Reader,
): Html {
  const listed = resources.filter(({ example }) => example !== null);
  return html`<h1>article-facts</h1>
<p class="intro">${words.intro}</p>
<section aria-labelledby="there-is"><h2 id="there-is">${words.thereIs}</h2>
<dl class="lists">${listed.map(
    ({
      name,
      description,
    }) => html`<div><dt><a href="${to(`/${name}`)}">${listName(words, name)}</a> <span class="count">${counts[name]?.toLocaleString(language)}</span></dt>
<dd lang="en">${description.replaceAll('`', '')}</dd></div>`,
  )}</dl></section>
<section aria-labelledby="questions"><h2 id="questions">${words.askSomething}</h2>
<ul>${questions.map(([question, path]) => html`<li><a href="${to(path)}">${words.questions[question]}</a></li>`)}</ul></section>
<section aria-labelledby="programs"><h2 id="programs">${words.forPrograms}</h2>
<p>${routes.map(({ path }) => html`<a href="${path}"><code>${path}</code></a> `)}</p>
<ul>${documents.map(({ path, description }) => html`<li><a href="${path}"><code>${path}</code></a> <span lang="en">${description}</span></li>`)}
<li><code>${agents.path}</code> <span lang="en">${agents.description}</span></li></ul></section>`;
}
