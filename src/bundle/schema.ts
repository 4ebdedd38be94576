import { Type } from 'typebox';
import { ArticleEntry } from '../model/article.ts';
import { entry } from '../model/entry.ts';
import type { Mention } from '../model/mention.ts';
import { ref } from '../model/schema.ts';
import type { FactType } from '../resource/resource.ts';

/** One article with everything it states, nothing left out: what is stored, and given back as one JSON document. */
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
  mentions: Mention[];
}

/** A small article of our own, as a person would write it: whoever tries it out overwrites nothing. */
export const exampleBundle = {
  article: {
    id: 'town-bridge-2024',
    language: 'en',
    title: { en: 'A bridge for the town' },
  },
  articleText: 'The town gets a bridge, the council says.',
  quotes: [
    {
      id: 'council-town-gets-a-bridge-2024',
      kind: 'indirect',
      text: 'A bridge will be built.',
      speakers: ['town-council'],
      verb: 'says',
      mentions: [
        { exact: 'The town gets a bridge' },
        { exact: 'the council', role: 'source' },
        { exact: 'says', role: 'cue' },
      ],
    },
  ],
  actors: [
    {
      id: 'town-council',
      kind: 'government',
      name: { en: 'Town council' },
      mentions: [{ exact: 'the council' }],
    },
  ],
};

export function bundleSchema(factTypes: readonly FactType[]) {
  const lists = factTypes.map(({ name, entry }) => {
    return [name, Type.Array(ref(entry), { description: `Its ${name}; absent is none.` })] as const;
  });
  const schema = entry(
    'Bundle',
    'One article with all the facts that it states. Fields that are null or empty may be left out.',
    {
      $schema: Type.String({ description: 'For editors; ignored.' }),
      article: ref(ArticleEntry),
      articleText: Type.String({
        description:
          'The text of the article, to find every mention in, and to check it against. It is not stored and never given back.',
      }),
      ...Object.fromEntries(lists),
    },
    {
      $schema: undefined,
      articleText: undefined,
      ...Object.fromEntries(factTypes.map(({ name }) => [name, []])),
    },
  );
  return Object.assign(schema, { examples: [exampleBundle] });
}

export function entriesOf(bundle: Bundle, factType: FactType): Entry[] {
  return (bundle[factType.name] ?? []) as Entry[];
}
