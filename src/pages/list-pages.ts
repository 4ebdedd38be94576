import type { FastifyInstance } from 'fastify';
import { listParameters, sortKeys } from '../http/list-parameters.ts';
import { type ListQuery, readListRequest } from '../http/listing.ts';
import { readList } from '../resource/read-list.ts';
import type { Resource } from '../resource/resource.ts';
import { filterParameters } from '../resource/selection.ts';
import { html, nothing } from '../site/html.ts';
import { separate } from '../store/documents.ts';
import { listName } from './catalogue.ts';
import { filterForm } from './filter-form.ts';
import { type Reader, readerOf } from './language.ts';
import type { Site } from './pages.ts';
import { pageRoute, type UiQuery } from './parameters.ts';
import { sendPage } from './send.ts';
import { viewOf } from './views/views.ts';

/** `/quotes` and the like: a page of a list, and its filters as a form. */
export function registerListPage(
  app: FastifyInstance,
  resource: Resource,
  { store, assets, publicUrl }: Site,
): void {
  const { name, schema, orders, description } = resource;
  const keys = Object.keys(orders);
  const { count: _, ...parameters } = {
    ...filterParameters(resource),
    ...listParameters(sortKeys(schema, keys), keys),
  };
  app.get<{ Querystring: ListQuery & UiQuery }>(
    `/${name}`,
    pageRoute(app, parameters),
    async (request, reply) => {
      const { ui, ...query } = request.query;
      const reader = readerOf(request, ui, publicUrl);
      const { found, next, hint } = await readList(
        store,
        resource,
        readListRequest(name, query, orders),
      );
      const items = separate(found.documents).map((it): unknown => JSON.parse(it));
      const { card } = viewOf(name);
      const asked = withoutUi(request.url, name);
      return sendPage(
        reply,
        {
          title: listName(reader.words, name),
          description: description.replaceAll('`', ''),
          path: `/${asked}`,
          alternates: [
            ['application/json', `/v1/${asked}`],
            ['text/csv', `/v1/exports/${exportOf(name, asked)}`],
          ],
          main: html`<h1>${listName(reader.words, name)}</h1>
<p lang="en">${description.replaceAll('`', '')}</p>
<div class="beside">
${filterForm(resource, query, reader)}
<div>
${hint === null ? nothing : html`<p class="hint" lang="en">${hint}</p>`}
${items.length === 0 ? html`<p>${reader.words.nothingFound}</p>` : html`<ol class="cards">${items.map((it) => html`<li>${card(it, reader)}</li>`)}</ol>`}
${pageLinks(asked, next, reader)}
<p class="data">${reader.words.thisPageAs} <a href="/v1/${asked}">JSON</a> · <a href="/v1/exports/${exportOf(name, asked)}">CSV</a></p>
</div>
</div>`,
        },
        reader,
        assets,
      );
    },
  );
}

/** The list as it was asked for, without the language of the page, and without what was left empty. */
export function withoutUi(url: string, path: string): string {
  const query = new URLSearchParams(url.split('?', 2)[1] ?? '');
  query.delete('ui');
  for (const [name, value] of [...query]) if (value === '') query.delete(name, '');
  return query.size === 0 ? path : `${path}?${query}`;
}

/** All pages of it. */
function exportOf(name: string, asked: string): string {
  const query = new URLSearchParams(asked.split('?', 2)[1] ?? '');
  query.delete('cursor');
  query.delete('limit');
  return query.size === 0 ? `${name}.csv` : `${name}.csv?${query}`;
}

/** To the beginning, and on. */
export function pageLinks(asked: string, next: string | null, { words, to }: Reader) {
  const [path = ''] = asked.split('?', 1);
  const query = new URLSearchParams(asked.slice(path.length));
  const isFirst = !query.has('cursor');
  query.delete('cursor');
  if (isFirst && next === null) return nothing;
  const address = (more: Record<string, string>) => {
    const all = new URLSearchParams(query);
    for (const [name, value] of Object.entries(more)) all.set(name, value);
    return to(all.size === 0 ? `/${path}` : `/${path}?${all}`);
  };
  return html`<nav class="pages">${isFirst ? nothing : html`<a rel="first" href="${address({})}">${words.first}</a> `}${
    next === null
      ? nothing
      : html`<a rel="next" href="${address({ cursor: next })}">${words.next}</a>`
  }</nav>`;
}
