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

export function bundleSchema(factTypes: readonly FactType[]) {
  return object('Bundle', 'One article with all the facts that it states.', {
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
}

export function entriesOf(bundle: Bundle, factType: FactType): Entry[] {
  return (bundle[factType.name] ?? []) as Entry[];
}
