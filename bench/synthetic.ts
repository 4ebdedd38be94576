import { createHash } from 'node:crypto';
import type { Bundle } from '../src/bundle/schema.ts';
import { castActors, castPlaces, localized, slugOf } from './cast.ts';
import { type Random, randomOf } from './random.ts';
import { type Anchor, createText, type GrowingText } from './text.ts';
import { type Language, languages, phraseOf } from './words.ts';

/** What every synthetic article states, altogether. */
const factsPerArticle = 40;
const actorsPerArticle = 8;
const placesPerArticle = 4;

const eventKinds = ['visit', 'meeting', 'statement', 'agreement', 'conflict', 'economic', 'pledge'];
const statuses = ['occurred', 'occurred', 'occurred', 'ongoing', 'expected', 'recurring'];
const participantRoles = ['agent', 'target', 'host', 'attendee', 'counterpart', 'subject'];
const units = ['%', 'a', 'wk', 'euro', 'person', 'country', 'ton'];
const comparators = ['eq', 'eq', 'approx', 'gt', 'lt', 'range'];

/** A made-up article: its text, and what it states. */
export interface SyntheticArticle {
  bundle: Bundle;
  text: string;
}

/** The article with that number: the same for the same seed, valid, and its own text's in every mention. */
export function syntheticArticle(seed: number, index: number): SyntheticArticle {
  const random = randomOf(seed, index);
  const language = random.pick(languages);
  const english = languages[0] as Language;
  const published = new Date(Date.UTC(2005, 0, 1 + random.below(20 * 365)));
  const tail = `${published.getUTCFullYear()}-${seed}-${index}`;
  const id = `${slugOf(phraseOf(english, random, 3))}-${tail}`;
  const idOfFact = (number: number) => `${slugOf(phraseOf(english, random, 3))}-${number}-${tail}`;
  const text = createText(language);
  const anchors = new Map<object, Anchor[]>();
  const words = (least: number, most: number) =>
    phraseOf(language, random, random.between(least, most));
  const name = (named: { name: Record<string, string> }) => {
    const anchor = text.add(named.name[language.tag] ?? '');
    anchors.set(named, [...(anchors.get(named) ?? []), anchor]);
  };

  const actors = castActors(language, random, actorsPerArticle);
  const places = castPlaces(language, random, placesPerArticle);
  const statisticCount = random.between(2, 6);
  const quoteCount = random.between(4, 9);
  const eventCount = factsPerArticle - actors.length - places.length - statisticCount - quoteCount;

  const events = Array.from({ length: eventCount }, (_, number) => {
    // Everybody and every place comes in once; then chance has it.
    const actor = actors[number] ?? random.pick(actors);
    const place = places[number] ?? (random.chance(0.3) ? random.pick(places) : null);
    name(actor);
    text.add(words(2, 6));
    const trigger = text.add(words(1, 3));
    text.add(words(2, 6));
    if (place !== null) name(place);
    const date = dateIn(text, random, published, words(1, 2));
    text.stop();
    const others = actors.filter((other) => other !== actor && random.chance(0.12));
    return {
      id: idOfFact(number),
      kind: random.pick(eventKinds),
      status: random.pick(statuses),
      title: localized(language, random, random.between(3, 7)),
      description: random.chance(0.3) ? localized(language, random, random.between(8, 14)) : null,
      date,
      place: place?.id ?? null,
      participants: [actor, ...others].map((it) => ({
        actor: it.id,
        role: random.pick(participantRoles),
      })),
      partOf: null as string | null,
      mentions: [trigger],
    };
  });
  // An event of an article may be a part of one that was told before it.
  events.forEach((event, number) => {
    if (number > 0 && random.chance(0.25)) event.partOf = events[random.below(number)]?.id ?? null;
  });
  const eventOrNull = () => (random.chance(0.4) ? random.pick(events).id : null);

  const quotes = Array.from({ length: quoteCount }, (_, number) => {
    const speaker = random.pick(actors);
    const direct = random.chance(0.6);
    name(speaker);
    const verb = text.add(words(1, 1));
    const said = direct ? text.quote(words(4, 22)) : text.add(words(2, 4));
    const date = dateIn(text, random, published, words(1, 2));
    text.stop();
    const ownWords = localized(language, random, random.between(8, 16));
    return {
      id: idOfFact(eventCount + number),
      kind: direct ? 'direct' : 'indirect',
      text: direct ? said.exact : (ownWords[language.tag] ?? ''),
      language: language.tag,
      translation:
        language === english
          ? null
          : { language: 'en', text: ownWords.en ?? '', origin: 'editorial' },
      speakers: [speaker.id],
      verb: verb.exact,
      date,
      event: eventOrNull(),
      mentions: [said],
    };
  });

  const statistics = Array.from({ length: statisticCount }, (_, number) => {
    const subject = random.pick(actors);
    const source = random.chance(0.4) ? random.pick(actors) : null;
    const comparator = random.pick(comparators);
    const value = random.chance(0.5) ? random.below(100) : random.below(1_000_000) / 10;
    const code = random.pick(units);
    const unit = localized(language, randomOf('unit', code, language.tag), 1);
    text.add(words(2, 8));
    const figure = text.add(`${value} ${unit[language.tag]}`);
    const period = dateIn(text, random, published, words(1, 2));
    text.stop();
    return {
      id: idOfFact(eventCount + quoteCount + number),
      label: localized(language, random, random.between(3, 6)),
      value,
      upper: comparator === 'range' ? value + 1 + random.below(50) : null,
      comparator,
      unit: { code, label: unit },
      text: figure.exact,
      subject: [subject.id],
      event: eventOrNull(),
      source: source?.id ?? null,
      period,
      mentions: [figure],
    };
  });
  // A character beyond the first 65,536, which counts as one.
  if (random.chance(0.2)) text.add('🌉');

  const bundle: Bundle = {
    article: {
      id,
      language: language.tag,
      title: localized(language, random, random.between(5, 10)),
      description: random.chance(0.7) ? localized(language, random, random.between(10, 20)) : null,
      source: {
        headline: random.chance(0.5) ? words(4, 9) : null,
        byline: random.chance(0.3) ? words(2, 2) : null,
        publisher: random.chance(0.6) ? words(1, 3) : null,
        published: random.chance(0.8) ? isoDay(published) : null,
        url: random.chance(0.5) ? `https://example.org/${id}` : null,
      },
      text: {
        sha256: createHash('sha256').update(text.toString()).digest('hex'),
        length: text.length(),
      },
    },
    quotes,
    actors: actors.map((actor) => ({ ...actor, mentions: anchors.get(actor) ?? [] })),
    places: places.map((place) => ({ ...place, mentions: anchors.get(place) ?? [] })),
    events,
    statistics,
  };
  return { bundle, text: text.toString() };
}

/** A date near the day of publication, with the words for it in the text; often none. */
function dateIn(text: GrowingText, random: Random, published: Date, words: string) {
  if (random.chance(0.5)) return null;
  const day = isoDay(new Date(published.getTime() - random.zipf(3000, 3) * 86_400_000));
  const [year = '', month = ''] = day.split('-');
  const forms = [day, day, day, `${year}-${month}`, year, `${year}-${month}?`, `${year}/..`];
  const edtf = random.chance(0.1) ? null : random.pick(forms);
  const inferred = random.chance(0.3);
  return {
    edtf,
    basis: edtf === null ? null : inferred ? 'inferred' : 'stated',
    expression: text.add(words).exact,
    note: edtf !== null && inferred ? 'Counted from the day of publication.' : null,
  };
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
