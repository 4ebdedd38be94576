import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { ListQuery } from '../http/listing.ts';
import type { SearchHit } from '../model/search.ts';
import type { Resource } from '../resource/resource.ts';
import { readHits, readSearchRequest, type Searchable } from '../search/read-hits.ts';
import { searchParameters } from '../search/search.ts';
import { type Html, html, nothing } from '../site/html.ts';
import { typeName } from './catalogue.ts';
import { control, hiddenLanguage } from './filter-form.ts';
import { type Reader, readerOf } from './language.ts';
import { pageLinks, withoutUi } from './list-pages.ts';
import type { Site } from './pages.ts';
import { pageRoute, type UiQuery } from './parameters.ts';
import { readByIds } from './read-by-ids.ts';
import { sendPage } from './send.ts';
import { viewOf } from './views/views.ts';

/** `/search`: any fact or article by its words, best first. */
export function registerSearchPage(
  app: FastifyInstance,
  resources: readonly Resource[],
  searched: readonly Searchable[],
  { store, assets, publicUrl, turns }: Site,
): void {
  const { count: _, facets: __, q, ...rest } = searchParameters(searched);
  const types = searched.map(({ singular }) => singular);
  app.get<{ Querystring: ListQuery & UiQuery }>(
    '/search',
    // What is looked for may be missing: the form asks for it.
    pageRoute(app, { ...rest, ...(q && { q: Type.Optional(q) }) }),
    async (request, reply) => {
      const { ui, ...query } = request.query;
      const reader = readerOf(request, ui, publicUrl);
      const { words } = reader;
      const asked = withoutUi(request.url, 'search');
      const results = query.q === undefined ? nothing : await answer(query, asked, reader);
      return sendPage(
        reply,
        {
          title: query.q === undefined ? words.search : `${words.search}: ${query.q}`,
          path: `/${asked}`,
          alternates: query.q === undefined ? [] : [['application/json', `/v1/${asked}`]],
          main: html`<h1>${words.search}</h1>
<form class="row" role="search" aria-label="${words.searchFor}">
<div><label for="filter-q">${words.searchFor}</label><input id="filter-q" name="q" type="search" required maxlength="500" dir="auto" value="${query.q ?? ''}"></div>
${typeControl(types, query, reader)}
${rest.article === undefined ? nothing : control('article', rest.article, query.article, reader)}
${hiddenLanguage(reader)}<button>${words.find}</button></form>
${results}`,
        },
        reader,
        assets,
      );
    },
  );

  async function answer(query: ListQuery, asked: string, reader: Reader): Promise<Html> {
    const { words } = reader;
    const { found, hits, next, hint } = await readHits(
      store,
      searched,
      readSearchRequest(query),
      turns,
    );
    const cards = await readCards(hits, reader);
    return html`${hint === null ? nothing : html`<p class="hint" lang="en">${hint}</p>`}
${hits.length === 0 ? html`<p>${words.nothingFound}</p>` : nothing}
<ol class="cards">${hits.map((it) => html`<li>${hitCard(it, cards.get(`${it.type} ${it.id}`), reader)}</li>`)}</ol>
${found.complete ? nothing : html`<p class="hint">${words.notAll}</p>`}
${pageLinks(asked, next, reader)}
<p class="data">${words.thisPageAs} <a href="/v1/${asked}">JSON</a></p>`;
  }

  async function readCards(hits: readonly SearchHit[], reader: Reader): Promise<Map<string, Html>> {
    const cards = new Map<string, Html>();
    for (const resource of resources) {
      const { name, singular } = resource;
      const ids = hits.filter(({ type }) => type === singular).map(({ id }) => id);
      for (const [id, item] of await readByIds(store, resource, ids))
        cards.set(`${singular} ${id}`, viewOf(name).card(item, reader));
    }
    return cards;
  }
}

function typeControl(types: readonly string[], { type }: ListQuery, { words }: Reader): Html {
  const chosen = [type].flat();
  return html`<div><label for="filter-type">${words.fields.type ?? 'Type'}</label><select id="filter-type" name="type"><option value="">${words.any}</option>${types.map(
    (it) =>
      html`<option value="${it}"${chosen.includes(it) ? html` selected` : nothing}>${typeName(words, it)}</option>`,
  )}</select></div>`;
}

/** The item itself, and the words in it that were looked for, where it doesn't show them. */
function hitCard(
  { type, title, snippet }: SearchHit,
  card: Html | undefined,
  { words }: Reader,
): Html {
  const isShown = Object.values(title).includes(snippet.text);
  return html`<span class="tag">${typeName(words, type)}</span>${card ?? nothing}
${isShown ? nothing : html`<p class="snippet" dir="auto">${highlighted(snippet)}</p>`}`;
}

function highlighted({ text, highlights }: SearchHit['snippet']): Html {
  const characters = Array.from(text);
  let at = 0;
  const parts: Html[] = [];
  for (const { start, end } of highlights) {
    parts.push(
      html`${characters.slice(at, start).join('')}<mark>${characters.slice(start, end).join('')}</mark>`,
    );
    at = end;
  }
  return html`${parts}${characters.slice(at).join('')}`;
}
