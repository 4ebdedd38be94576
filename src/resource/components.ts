import type { TSchema } from 'typebox';
import { count, type Named, object, oneOf } from '../model/schema.ts';
import type { FactType } from './resource.ts';

/** The components that depend on which fact types there are; the model refers to them by name. */
export function derivedComponents(factTypes: readonly FactType[]): Named[] {
  const own = factTypes.filter((it) => it.sharing === undefined);
  return [
    oneOf(
      'FactType',
      'The types of facts.',
      factTypes.map((it) => it.singular),
    ),
    oneOf('HitType', 'What a search finds: facts of each type, and articles.', [
      ...factTypes.map((it) => it.singular),
      'article',
    ]),
    object('ArticleCounts', 'How many facts the article states.', {
      ...countsOf(factTypes, 'in the article'),
      mentions: count('Mentions in the article.'),
    }),
    object('ActorCounts', 'How often articles have the actor.', {
      articles: count('Articles that name it.'),
      ...countsOf(own, 'that refer to it'),
      mentions: count('Mentions by name.'),
    }),
  ];
}

function countsOf(factTypes: readonly FactType[], which: string): Record<string, TSchema> {
  return Object.fromEntries(
    factTypes.map(({ name }) => [
      name,
      count(`${name[0]?.toUpperCase()}${name.slice(1)} ${which}.`),
    ]),
  );
}

/** Counts by fact type (singular) as counts by resource (plural), none missing. */
export function toActorCounts(
  factTypes: readonly FactType[],
  counts: Readonly<Record<string, number>>,
): Record<string, number> {
  const own = factTypes.filter((it) => it.sharing === undefined);
  return {
    articles: counts.article ?? 0,
    ...Object.fromEntries(own.map((it) => [it.name, counts[it.singular] ?? 0])),
    mentions: counts.mention ?? 0,
  };
}
