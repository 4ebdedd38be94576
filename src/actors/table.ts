import type { Actor } from '../model/actor.ts';
import { counts, defineTable, manyTexts, references, several, texts } from '../resource/columns.ts';

/** The columns of an export; what is published stays, in its order. */
export const actorTable = defineTable<Actor>(
  {
    id: ({ id }) => id,
    kind: ({ kind }) => kind,
    ...texts('name', ({ name }) => name),
    aliases: ({ aliases }) => several(aliases),
    ...texts('description', ({ description }) => description),
    ...manyTexts('roles', ({ roles }) => roles),
    ...references('affiliation', 'affiliations', ({ affiliations }) => affiliations),
    wikidata: ({ wikidata }) => wikidata,
    ...counts('articles', 'quotes', 'events', 'statistics', 'mentions'),
  },
  {
    id: 'xi-jinping',
    kind: 'person',
    name: { id: 'Xi Jinping', en: 'Xi Jinping' },
    aliases: ['Xi'],
    description: null,
    roles: [],
    affiliations: [],
    wikidata: 'Q15031',
    counts: { articles: 1, quotes: 2, events: 10, statistics: 2, mentions: 4 },
  },
);
