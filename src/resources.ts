import { actors } from './actors/actors.ts';
import { articles } from './articles/articles.ts';
import { events } from './events/events.ts';
import { mentions } from './mentions/mentions.ts';
import { places } from './places/places.ts';
import { quotes } from './quotes/quotes.ts';
import type { FactType, Resource } from './resource/resource.ts';
import { statistics } from './statistics/statistics.ts';

/** What an article can state: the keys of a bundle, the counts, the types of facts. */
export const factTypes: readonly FactType[] = [quotes, actors, places, events, statistics];

/** Everything that is served under /v1, in the order of the documentation. */
export const resources: readonly Resource[] = [articles, ...factTypes, mentions];
