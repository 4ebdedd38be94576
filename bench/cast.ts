import { type Random, randomOf } from './random.ts';
import { capitalized, type Language, languages, phraseOf } from './words.ts';

/** How many actors and places all articles share, and how far the first ones stand out. */
const actors = { ranks: 20_000, shift: 2 };
const places = { ranks: 5_000, shift: 1 };

const actorKinds = ['person', 'person', 'person', 'organization', 'government', 'media', 'group'];
const placeKinds = ['country', 'region', 'province', 'city', 'city', 'venue'];

/** An actor or a place as one article has it, without what depends on the article's text. */
interface Named {
  id: string;
  kind: string;
  name: Record<string, string>;
  wikidata: string | null;
}

export interface ActorOfArticle extends Named {
  aliases: string[];
  description: Record<string, string> | null;
  roles: Record<string, string>[];
  /** Ids of others of the article. */
  affiliations: string[];
}

export interface PlaceOfArticle extends Named {
  /** The id of one of the article's places that it lies in. */
  within: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Different actors; a popular one stands in a third of all articles. */
export function castActors(language: Language, random: Random, count: number): ActorOfArticle[] {
  const cast = draw(random, count, actors);
  return cast.map((rank) => {
    const own = randomOf('actor', rank);
    const others = cast.filter((other) => other !== rank && affiliatesOf(rank).includes(other));
    const named = nameIt('actor', rank, own.pick(actorKinds), language, random);
    const given = randomOf('actor', rank, language.tag);
    const aliases = [1, 1, 2].map((words) => capitalized(phraseOf(language, given, words)));
    const roles = [2, 3].map((words) => localized(language, given, words));
    const descriptions = [8, 10, 12].map((words) => localized(language, given, words));
    return {
      ...named,
      aliases: [...new Set(aliases)].filter(() => random.chance(0.3)),
      description: random.chance(0.3) ? random.pick(descriptions) : null,
      roles: roles.filter(() => random.chance(0.3)),
      affiliations: others.map((other) => idOf('actor', other)),
    };
  });
}

/** The few that an actor belongs to, whichever article says so: one in nine actors of an article has one there. */
function affiliatesOf(rank: number): number[] {
  const own = randomOf('actor', rank, 'affiliations');
  return [1, 2, 3].map(() => own.zipf(actors.ranks, actors.shift));
}

export function castPlaces(language: Language, random: Random, count: number): PlaceOfArticle[] {
  const cast = draw(random, count, places);
  return cast.map((rank) => {
    const own = randomOf('place', rank);
    const named = nameIt('place', rank, own.pick(placeKinds), language, random);
    const known = own.chance(0.5) && random.chance(0.9);
    const larger = cast.filter((other) => other !== rank && placesAround(rank).includes(other));
    return {
      ...named,
      within: larger.length > 0 && random.chance(0.8) ? idOf('place', random.pick(larger)) : null,
      latitude: known ? own.between(-8999, 8999) / 100 : null,
      longitude: known ? own.between(-17999, 17999) / 100 : null,
    };
  });
}

/** So many places have others in them: few, so that a place and what it lies in are often in one article. */
const mostAround = 10;

/**
 * The few that a place lies in, whichever article says so. They are more popular ones, or the articles together would
 * make circles.
 */
function placesAround(rank: number): number[] {
  const own = randomOf('place', rank, 'within');
  return [1, 2, 3].map(() => own.below(Math.min(rank, mostAround)));
}

/** Id, kind and Wikidata item are the same in all articles; some articles leave the item out. */
function nameIt(
  type: string,
  rank: number,
  kind: string,
  language: Language,
  random: Random,
): Named {
  const name = nameIn(type, rank, languages[0] as Language);
  const item = randomOf(type, rank, 'wikidata');
  const wikidata = item.chance(0.7) ? `Q${item.between(1, 9) * 1e8 + rank}` : null;
  return {
    id: idOf(type, rank),
    kind,
    name: { [language.tag]: nameIn(type, rank, language), en: name },
    wikidata: random.chance(0.8) ? wikidata : null,
  };
}

function idOf(type: string, rank: number): string {
  return `${slugOf(nameIn(type, rank, languages[0] as Language))}-${rank}`;
}

function nameIn(type: string, rank: number, language: Language): string {
  const random = randomOf(type, rank, 'name', language.tag);
  return capitalized(phraseOf(language, random, random.between(1, 3)));
}

export function localized(language: Language, random: Random, words: number) {
  const text = phraseOf(language, random, words);
  return { [language.tag]: text, en: phraseOf(languages[0] as Language, random, words) };
}

export function slugOf(text: string): string {
  return text.toLowerCase().replaceAll(' ', '-');
}

function draw(random: Random, count: number, { ranks, shift }: typeof actors): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(random.zipf(ranks, shift));
  return [...drawn];
}
