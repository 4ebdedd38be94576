import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { readConnections, readConnectionsRequest } from '../facts/actors/meetings.ts';
import { pageParameters } from '../http/list-parameters.ts';
import { createTurns } from '../http/turns.ts';
import { toNewsArticle } from '../linked-data/article.ts';
import type { Actor } from '../model/actor.ts';
import type { Article } from '../model/article.ts';
import type { Event } from '../model/event.ts';
import type { LocalizedText } from '../model/localized-text.ts';
import type { Quote } from '../model/quote.ts';
import { type FactType, isSearched, type Resource } from '../resource/resource.ts';
import type { Searchable } from '../search/read-hits.ts';
import { type Html, html, nothing } from '../site/html.ts';
import type { Store } from '../store/store.ts';
import {
  articleNetwork,
  inOrderSection,
  onThisPage,
  readAlongSection,
  timelineSection,
} from './article-sections.ts';
import { type Assets, registerAssets } from './assets.ts';
import { readFirst, readInOrder } from './in-order.ts';
import { registerItemPage } from './item-pages.ts';
import type { Reader } from './language.ts';
import { registerListPage } from './list-pages.ts';
import { meetingsIn, meetingsOf } from './network.ts';
import { networkSection } from './network-section.ts';
import { type Related, readRelated, relatedSection } from './related.ts';
import { registerSearchPage } from './search-page.ts';
import { registerStartPage } from './start-page.ts';

/** What all pages are made with. */
export interface Site {
  store: Store;
  assets: Assets;
  publicUrl: string | null;
  /** Lets others have their turn between the parts of a page. */
  turns: ReturnType<typeof createTurns>;
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
  const turns = createTurns();
  const site: Site = { store, assets: registerAssets(app), publicUrl, turns };
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
          const pause = turns.begin();
          const related = await readRelated(store, listed, factType.name, id, pause);
          const sections: Html[] = [];
          for (const it of related) {
            await pause();
            sections.push(relatedSection(it, id, reader));
          }
          await pause();
          return html`${sections}${
            factType.name === 'actors'
              ? await actorNetwork(store, document as Actor, related, reader)
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
  const { store, assets, turns } = site;
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
        const pause = turns.begin();
        const inOrder = await readInOrder(store, listed, id, asked);
        await pause();
        const events = await readFirst<Event>(store, named('events'), id, { sort: 'date' });
        const quotes = await readFirst<Quote>(store, named('quotes'), id);
        await pause();
        const timeline = timelineSection(events.documents, reader);
        await pause();
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

/** Of an actor with more facts than these, to count whom it meets would take longer than a page may. */
const mostFacts = 1000;

/** The actors that one meets most; of very many facts, those whom it meets in the ones that are shown. */
async function actorNetwork(
  store: Store,
  actor: Actor,
  related: readonly Related[],
  reader: Reader,
): Promise<Html> {
  const { events = 0, quotes = 0 } = actor.counts;
  if (events + quotes <= mostFacts) {
    const request = readConnectionsRequest(actor.id, { limit: 19 });
    const { connections } = await readConnections(store, actor.id, request);
    return networkSection(meetingsOf(actor, connections), actor.id, null, reader);
  }
  const shown = (name: string) =>
    related.flatMap(({ resource, documents }) => (resource.name === name ? documents : []));
  const [some, said] = [shown('events') as Event[], shown('quotes') as Quote[]];
  const note = reader.words.networkOfFirst(some.length + said.length);
  return networkSection(meetingsIn(some, said), actor.id, note, reader);
}

/** What an item is shown as where it is found. */
function titleOf(resource: Resource) {
  if (!isSearched(resource)) throw new Error(`${resource.name} have no titles`);
  return (document: unknown) => resource.toSearchable(document).title as LocalizedText;
}
