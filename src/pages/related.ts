import { readListRequest } from '../http/listing.ts';
import type { Pause } from '../http/turns.ts';
import type { Event } from '../model/event.ts';
import { readList } from '../resource/read-list.ts';
import type { Resource } from '../resource/resource.ts';
import { type Html, html, nothing } from '../site/html.ts';
import { separate } from '../store/documents.ts';
import type { Store } from '../store/store.ts';
import { fieldName, listName } from './catalogue.ts';
import type { Reader } from './language.ts';
import { timeline } from './timeline.ts';
import { viewOf } from './views/views.ts';

/** So many are shown of what refers to an item. */
const [mostCards, mostEvents] = [10, 50];

/** What refers to an item, by a filter of its list: each as a section with the first of them. */
export interface Related {
  resource: Resource;
  filter: string;
  documents: unknown[];
  more: boolean;
}

export async function readRelated(
  store: Store,
  resources: readonly Resource[],
  name: string,
  id: string,
  pause: Pause,
): Promise<Related[]> {
  const related: Related[] = [];
  for (const resource of resources)
    for (const [filter, { idsOf, isOwn }] of Object.entries(resource.filters)) {
      if (idsOf !== name || isOwn || resource.example === null) continue;
      await pause();
      const order =
        resource.name === 'events' ? { sort: 'date', limit: mostEvents } : { limit: mostCards };
      const query = { ...order, [filter]: [id] };
      const { found, next } = await readList(
        store,
        resource,
        readListRequest(resource.name, query, resource.orders),
      );
      const documents = separate(found.documents).map((it): unknown => JSON.parse(it));
      if (documents.length > 0) related.push({ resource, filter, documents, more: next !== null });
    }
  return related;
}

export function relatedSection(
  { resource: { name }, filter, documents, more }: Related,
  id: string,
  reader: Reader,
): Html {
  const { words, to } = reader;
  const title = `${listName(words, name)}: ${fieldName(words, filter).toLowerCase()}`;
  const all = html`<p><a href="${to(`/${name}`, { [filter]: id })}">${words.allOf}: ${title}</a></p>`;
  const anchor = `${name}-${filter}`;
  if (name === 'events')
    return html`<section aria-labelledby="${anchor}"><h2 id="${anchor}">${title}</h2>
${timeline(documents as Event[], reader)}${more ? all : nothing}</section>`;
  const { card } = viewOf(name);
  return html`<section aria-labelledby="${anchor}"><h2 id="${anchor}">${title}</h2>
<ol class="cards">${documents.map((it) => html`<li>${card(it, reader)}</li>`)}</ol>${more ? all : nothing}</section>`;
}
