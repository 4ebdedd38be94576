import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { readConnections, readConnectionsRequest } from '../facts/actors/meetings.ts';
import { pageParameters } from '../http/list-parameters.ts';
import { toNewsArticle } from '../linked-data/article.ts';
import type { Actor } from '../model/actor.ts';
import type { Article } from '../model/article.ts';
import type { Event } from '../model/event.ts';
import type { LocalizedText } from '../model/localized-text.ts';
import type { Quote } from '../model/quote.ts';
import { type FactType, isSearched, type Resource } from '../resource/resource.ts';
import type { Searchable } from '../search/read-hits.ts';
import type { Store } from '../store/store.ts';
import {
  articleNetwork,
  inOrderSection,
  onThisPage,
  readAlongSection,
  timelineSection,
} from './article-sections.ts';
import { type Assets, registerAssets } from './assets.ts';
import { type Html, html, nothing } from './html.ts';
import { readFirst, readInOrder } from './in-order.ts';
import { registerItemPage } from './item-pages.ts';
import type { Reader } from './language.ts';
import { registerListPage } from './list-pages.ts';
import { meetingsOf } from './network.ts';
import { networkSection } from './network-section.ts';
import { readRelated, relatedSection } from './related.ts';
import { registerSearchPage } from './search-page.ts';
import { registerStartPage } from './start-page.ts';

/** What all pages are made with. */
export interface Site {
  store: Store;
  assets: Assets;
  publicUrl: string | null;
}

interface Parts {
  resources: readonly Resource[];
  factTypes: readonly FactType[];
  searched: readonly Searchable[];
  store: Store;
  publicUrl: string | null;
}

/** The pages for people, made of what the routes under /v1 are made of. */
export function registerPages(app: FastifyInstance, parts: Parts): void {
  const { resources, factTypes, searched, store, publicUrl } = parts;
  const site: Site = { store, assets: registerAssets(app), publicUrl };
  registerStartPage(app, resources, site);
  const listed = resources.filter(({ example }) => example !== null);
  for (const resource of listed) registerListPage(app, resource, site);
  for (const factType of factTypes)
    registerItemPage(
      app,
      {
        resource: factType,
        titleOf: titleOf(factType),
        toLinkedData: factType.toLinkedData,
        async more(id, document, reader) {
          const related = await readRelated(store, listed, factType.name, id);
          return html`${related.map((it) => relatedSection(it, id, reader))}${
            factType.name === 'actors'
              ? await actorNetwork(store, document as Actor, reader)
              : nothing
          }`;
        },
      },
      site,
    );
  registerArticlePage(app, resources, factTypes, site);
  registerSearchPage(app, listed, searched, site);
}

function registerArticlePage(
  app: FastifyInstance,
  resources: readonly Resource[],
  factTypes: readonly FactType[],
  site: Site,
): void {
  const named = (name: string) => {
    const resource = resources.find((it) => it.name === name);
    if (resource === undefined) throw new Error(`there are no ${name}`);
    return resource;
  };
  const { store, assets } = site;
  const { cursor } = pageParameters();
  const lists = Object.fromEntries(factTypes.map(({ singular, name }) => [singular, name]));
  const start = named('mentions').filters.start?.parameter;
  registerItemPage(
    app,
    {
      resource: named('articles'),
      titleOf: titleOf(named('articles')),
      toLinkedData: (it) => toNewsArticle(it as Article),
      parameters: { ...(cursor && { cursor }), ...(start && { start: Type.Optional(start) }) },
      scripts: [assets.readAlong],
      async more(id, document, reader, asked) {
        const article = document as Article;
        const listed = { mentions: named('mentions'), factTypes };
        const inOrder = await readInOrder(store, listed, id, asked);
        const events = await readFirst<Event>(store, named('events'), id, { sort: 'date' });
        const quotes = await readFirst<Quote>(store, named('quotes'), id);
        const timeline = timelineSection(events.documents, reader);
        const network = articleNetwork(events, quotes, reader);
        return html`${onThisPage({ timeline, network }, reader)}
${readAlongSection(article, lists, reader)}
${inOrderSection(article, inOrder, asked, reader)}
${timeline}
${network}`;
      },
    },
    site,
  );
}

/** The actors that one meets most. */
async function actorNetwork(store: Store, actor: Actor, reader: Reader): Promise<Html> {
  const request = readConnectionsRequest(actor.id, { limit: 19 });
  const { connections } = await readConnections(store, actor.id, request);
  return networkSection(meetingsOf(actor, connections), actor.id, null, reader);
}

/** What an item is shown as where it is found. */
function titleOf(resource: Resource) {
  if (!isSearched(resource)) throw new Error(`${resource.name} have no titles`);
  return (document: unknown) => resource.toSearchable(document).title as LocalizedText;
}
