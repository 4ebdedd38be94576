import { actors } from './facts/actors/actors.ts';
import { articles } from './facts/articles/articles.ts';
import { events } from './facts/events/events.ts';
import { mentions } from './facts/mentions/mentions.ts';
import { places } from './facts/places/places.ts';
import { quotes } from './facts/quotes/quotes.ts';
import { statistics } from './facts/statistics/statistics.ts';
import type { FactType, Resource } from './resource/resource.ts';

/** What an article can state: the keys of a bundle, the counts, the types of facts. */
export const factTypes: readonly FactType[] = [quotes, actors, places, events, statistics];

/** Everything that is served under /v1, in the order of the documentation. */
export const resources: readonly Resource[] = [articles, ...factTypes, mentions];

/** What is searched, and how what an article has of it is told. */
export const searchedResources = [
  ...factTypes.map((factType) => {
    const shared = factType.sharing !== undefined;
    return { ...factType, shared, article: { article: shared ? 'names' : 'states' } as const };
  }),
  { ...articles, shared: false, article: { column: 'id' } },
];
