import { Type } from 'typebox';
import { ArticleEntry } from '../model/article.ts';
import { object, ref } from '../model/schema.ts';
import type { FactType } from '../resource/resource.ts';

/** One article with everything it states: what is loaded, put and given back as one JSON document. */
export interface Bundle {
  article: ArticleEntry;
  articleText?: string;
  /** By the name of the fact type. */
  [facts: string]: unknown;
}

export interface Entry {
  id: string;
  kind?: string;
  text?: string;
  mentions: { start: number; end: number; exact: string }[];
}

/** A small article of our own: whoever tries it out overwrites nothing. */
export const exampleBundle: Bundle = {
  article: {
    id: 'town-bridge-2024',
    language: 'en',
    title: { en: 'A bridge for the town' },
    description: null,
    source: { headline: null, byline: null, publisher: null, published: null, url: null },
    text: {
      sha256: '43fa73c1ee1cb2837a9662822620e4610dedd2c38eddf77d66bcb9121809c865',
      length: 41,
    },
  },
  articleText: 'The town gets a bridge, the council says.',
  quotes: [
    {
      id: 'council-town-gets-a-bridge-2024',
      kind: 'indirect',
      text: 'The town gets a bridge.',
      language: 'en',
      translation: null,
      speakers: ['town-council'],
      verb: 'says',
      date: null,
      event: null,
      mentions: [{ start: 0, end: 22, exact: 'The town gets a bridge' }],
    },
  ],
  actors: [
    {
      id: 'town-council',
      kind: 'government',
      name: { en: 'Town council' },
      aliases: ['the council'],
      description: null,
      roles: [],
      affiliations: [],
      wikidata: null,
      mentions: [{ start: 24, end: 35, exact: 'the council' }],
    },
  ],
};

export function bundleSchema(factTypes: readonly FactType[]) {
  const schema = object('Bundle', 'One article with all the facts that it states.', {
    $schema: Type.Optional(Type.String({ description: 'For editors; ignored.' })),
    article: ref(ArticleEntry),
    articleText: Type.Optional(
      Type.String({
        description:
          'The text of the article, to check every mention against. It is not stored and never given back.',
      }),
    ),
    ...Object.fromEntries(
      factTypes.map(({ name, entry }) => [
        name,
        Type.Optional(Type.Array(ref(entry), { description: `Its ${name}; absent is none.` })),
      ]),
    ),
  });
  return Object.assign(schema, { examples: [exampleBundle] });
}

export function entriesOf(bundle: Bundle, factType: FactType): Entry[] {
  return (bundle[factType.name] ?? []) as Entry[];
}
