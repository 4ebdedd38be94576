import type { FastifyInstance } from 'fastify';
import type { Resource } from '../resource/resource.ts';
import type { Store } from '../store/store.ts';
import { answer } from './answer.ts';
import { descriptionHtml, escapeHtml, htmlPage } from './html.ts';

const requests = [
  {
    path: '/v1/quotes?speaker=wang-wenbin',
    description: 'What does the article say that Wang Wenbin said?',
  },
  {
    path: '/v1/events?participant=vladimir-putin&status=expected',
    description: 'What was Vladimir Putin expected to do?',
  },
  {
    path: '/v1/search?q=limit*',
    description: 'Everything about “no limits”, best first, whatever its type.',
  },
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

/** `/`: for browsers a page that says what this is, for programs an index of the resources. */
export function registerStartPage(
  app: FastifyInstance,
  resources: readonly Resource[],
  store: Store,
): void {
  const count = rememberCounts(resources, store);
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const counts = await count();
    const lists = resources.map(({ name, description }) => ({
      path: `/v1/${name}`,
      description,
      count: counts[name] ?? 0,
    }));
    const links = [
      ...lists,
      { path: '/v1/search?q=limit*', description: 'Any fact by its words, best first.' },
      ...documents,
    ];
    return answer(request, reply, { name: 'article-facts', links }, () =>
      htmlPage('article-facts', startPage(lists)),
    );
  });
}

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

interface List {
  path: string;
  description: string;
  count: number;
}

function startPage(lists: readonly List[]): string {
  return `<header>
<h1>article-facts</h1>
<p>What news articles say, as data: who said what, who took part in what, when, where and how much. Each fact is anchored to the characters of the article that state it, so that anybody who has the text can verify it.</p>
</header>
<main>
<section aria-labelledby="counts">
<h2 id="counts">What there is</h2>
<dl class="counts">
${lists.map(({ path, count }) => `<div><dt><a href="${path}">${path.split('/').at(-1)}</a></dt><dd>${count.toLocaleString('en')}</dd></div>`).join('\n')}
</dl>
<ul>
${lists.map(({ path, description }) => `<li><a href="${path}"><code>${path}</code></a> ${descriptionHtml(description)}</li>`).join('\n')}
</ul>
</section>
<section aria-labelledby="requests">
<h2 id="requests">Ask something</h2>
<ul>
${requests.map(({ path, description }) => `<li>${escapeHtml(description)} <a class="request" href="${escapeHtml(path)}"><code>GET ${escapeHtml(path)}</code></a></li>`).join('\n')}
</ul>
</section>
</main>
<footer>
<h2>Read on</h2>
<ul>
${documents.map(({ path, description }) => `<li><a href="${path}"><code>${path}</code></a> ${escapeHtml(description)}</li>`).join('\n')}
</ul>
</footer>`;
}
