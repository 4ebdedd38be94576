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

/** The least that a bundle can be: an article without facts. */
export const exampleBundle: Bundle = {
  article: {
    id: 'town-bridge-2024',
    language: 'en',
    title: { en: 'A bridge for the town' },
    description: null,
    source: { headline: null, byline: null, publisher: null, published: null, url: null },
    text: {
      sha256: '5943ae4b629bf9eab4e85d7bc21cc153001d21f13521ac45cd553ca0577efb74',
      length: 23,
    },
  },
  articleText: 'The town gets a bridge.',
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
