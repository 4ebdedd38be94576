import type { Bundle, Entry } from '../../src/bundle/schema.ts';
import { toActorCounts } from '../../src/resource/components.ts';
import type { FactType } from '../../src/resource/resource.ts';
import { termsOfItem } from '../../src/resource/searchable.ts';
import { factTypes } from '../../src/resources.ts';

type Texts = Record<string, string>;
type Described = Entry & {
  name: Texts;
  aliases: string[];
  description: Texts | null;
  roles: Texts[];
  affiliations: string[];
  within: string | null;
  wikidata: string | null;
  latitude: number | null;
  longitude: number | null;
};

/**
 * Actors or places as a plain loop over complete bundles makes them: `[id, document, terms]` each. Every
 * article counts once for what it says; ties are broken by code point.
 */
export function servePlainly(bundles: readonly Bundle[], factType: FactType): string[][] {
  const type = factType.name;
  const entries = bundles.flatMap((bundle) =>
    listOf(bundle, type).map((entry) => ({ bundle, entry, language: bundle.article.language })),
  );
  return Array.from(Map.groupBy(entries, ({ entry }) => entry.id))
    .sort(([left], [right]) => compare(left, right))
    .map(([id, all]) => {
      const each = <Value>(read: (entry: Described) => Value) =>
        all.map(({ entry }) => read(entry));
      const languages = ranked(all.map(({ language }) => language));
      const texts = (read: (entry: Described) => Texts | null) =>
        bestTexts(
          each(read).filter((it) => it !== null),
          languages,
        );
      const references = (read: (entry: Described) => string[]) =>
        ranked(all.flatMap(({ entry }) => [...new Set(read(entry))])).map((target) => {
          const named = all.flatMap(({ bundle, entry }) =>
            read(entry).includes(target)
              ? listOf(bundle, type).filter((it) => it.id === target)
              : [],
          );
          const kind = named[0]?.kind;
          return {
            id: target,
            kind,
            name: inOrder(best(named.map(({ name }) => name)) as Texts, languages),
          };
        });
      const position = best(
        each(({ latitude, longitude }) => [latitude, longitude]).filter((it) =>
          it.some((at) => at != null),
        ),
      ) as number[] | null;
      const phrases = each(({ mentions }) => mentions.map(({ exact }) => exact)).flat();
      const [kind, name] = [best(each((it) => it.kind)), texts((it) => it.name)];
      const wikidata = best(each((it) => it.wikidata).filter((it) => it !== null));
      const document =
        type === 'actors'
          ? {
              id,
              kind,
              name,
              aliases: ranked(each(({ aliases }) => [...new Set(aliases)]).flat()),
              description: texts((it) => it.description),
              roles: ranked(each(({ roles }) => [...new Set(roles.map(sorted))]).flat()).map((it) =>
                inOrder(JSON.parse(it), languages),
              ),
              affiliations: references((it) => it.affiliations),
              wikidata,
              counts: toActorCounts(factTypes, {
                article: all.length,
                mention: phrases.length,
                ...countReferring(bundles, id),
              }),
            }
          : {
              id,
              kind,
              name,
              within: references(({ within }) => (within === null ? [] : [within]))[0] ?? null,
              wikidata,
              latitude: position?.[0] ?? null,
              longitude: position?.[1] ?? null,
            };
      const terms = termsOfItem(factType, document, [...new Set(phrases)].sort(compare), null);
      return [id, JSON.stringify(document), terms];
    });
}

function listOf(bundle: Bundle, type: string): Described[] {
  return (bundle[type] ?? []) as Described[];
}

/** By the code points of what is compared. */
function compare(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** Each once, the most frequent first. */
function ranked(values: readonly string[]): string[] {
  const count = (value: string) => values.filter((it) => it === value).length;
  return [...new Set(values)].sort(
    (left, right) => count(right) - count(left) || compare(left, right),
  );
}

function best(values: readonly unknown[]): unknown {
  const [first] = ranked(values.map((it) => (typeof it === 'string' ? it : sorted(it))));
  if (first === undefined) return null;
  return typeof values[0] === 'string' ? first : JSON.parse(first);
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(value as Texts).sort(([one], [other]) => compare(one, other)),
    ),
  );
}

function bestTexts(all: readonly Texts[], languages: readonly string[]): Texts | null {
  const tags = [...new Set(all.flatMap(Object.keys))].sort(compare);
  const texts = tags.map((tag) => [tag, ranked(all.flatMap((it) => it[tag] ?? []))[0] ?? '']);
  return tags.length === 0 ? null : inOrder(Object.fromEntries(texts), languages);
}

/** The languages of the most articles first, then by code point. */
function inOrder(texts: Texts, languages: readonly string[]): Texts {
  const others = Object.keys(texts)
    .filter((tag) => !languages.includes(tag))
    .sort(compare);
  const tags = [...languages.filter((tag) => tag in texts), ...others];
  return Object.fromEntries(tags.map((tag) => [tag, texts[tag] ?? '']));
}

/** How many facts of each type, singular, refer to the actor. */
function countReferring(bundles: readonly Bundle[], id: string): Record<string, number> {
  const all = (type: string) =>
    bundles.flatMap((it) => (it[type] ?? []) as Record<string, unknown>[]);
  const has = (list: unknown) => (list as string[]).includes(id);
  return {
    quote: all('quotes').filter(({ speakers }) => has(speakers)).length,
    event: all('events').filter(({ participants }) =>
      has((participants as { actor: string }[]).map(({ actor }) => actor)),
    ).length,
    statistic: all('statistics').filter(({ subject, source }) => has(subject) || source === id)
      .length,
  };
}
