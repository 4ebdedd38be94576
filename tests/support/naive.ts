import type { Bundle } from '../../src/bundle/schema.ts';
import { toPeriod } from '../../src/model/period.ts';
import { factTypes } from '../../src/resources.ts';
import { completed } from './article.ts';
import { servePlainly } from './served-plainly.ts';

/** A fact as a plain reader of bundles sees it: what each parameter asks about it, and what it is ordered by. */
export interface NaiveFact {
  id: string;
  /** Per parameter that names values: the values it has. */
  values: Record<string, readonly (string | null)[]>;
  /** Bounds of `from`/`to`, `min`/`max`, `start`/`end`: null matches nothing. */
  days: [string, string] | null;
  figures: [number, number] | null;
  texts: readonly string[];
  /** Per sort key, beside the id. */
  order: Record<string, readonly (string | number | null)[]>;
}

// biome-ignore lint/suspicious/noExplicitAny: a bundle's entries are read as plain JSON here
type Entry = any;

/** All facts of a type, worked out with nothing but loops from the bundles in the order in which they were put. */
export function naiveFacts(bundles: readonly Bundle[], type: string): NaiveFact[] {
  if (type === 'actors' || type === 'places') return shared(bundles, type);
  const sorted = bundles.toSorted((left, right) => (left.article.id < right.article.id ? -1 : 1));
  const stated = sorted.flatMap((bundle) =>
    ((bundle[type] ?? []) as Entry[]).map((entry) => ({
      ...entry,
      article: bundle.article.id,
      put: bundles.indexOf(bundle),
      named: namesIn(bundle, entry),
    })),
  );
  const toFact = { quotes, events, statistics }[type];
  if (toFact === undefined) throw new Error(`there is no type ${type}`);
  const byId = Map.groupBy(stated, (entry) => entry.id);
  return Array.from(byId.values(), (entries) => toFact(entries));
}

/** The names that the article has for whom and what the fact refers to. */
function namesIn(bundle: Bundle, entry: Entry): string[] {
  const participants = (entry.participants ?? []).map((it: Entry) => it.actor);
  const actors = [
    ...(entry.speakers ?? []),
    ...participants,
    ...(entry.subject ?? []),
    entry.source,
  ];
  const named = [...actors.map((id) => ['actors', id]), ['places', entry.place]];
  return named.flatMap(([type, id]) =>
    ((bundle[type] ?? []) as Entry[])
      .filter((it) => it.id === id)
      .flatMap(({ name }) => localized(name)),
  );
}

const localized = (text: Record<string, string> | null) => Object.values(text ?? {});
const phrases = (entries: Entry[]) =>
  entries.flatMap((it) => it.mentions.map((m: Entry) => m.exact));

function common([entry]: Entry[], date: Entry, title: Record<string, string>) {
  const period = date?.edtf ? toPeriod(date) : null;
  return {
    id: entry.id,
    days:
      period &&
      ([period.earliest ?? '0000-01-01', period.latest ?? '9999-12-31'] as [string, string]),
    figures: null,
    order: {
      position: [entry.put, entry.mentions[0].start],
      date: [period && (period.earliest ?? '0000-01-01')],
      id: [],
      title: [title.en ?? null],
    },
  };
}

function quotes(entries: Entry[]): NaiveFact {
  const [quote] = entries;
  return {
    ...common(entries, quote.date, {}),
    values: {
      article: [quote.article],
      kind: [quote.kind],
      speaker: quote.speakers,
      event: [quote.event],
      language: [quote.language],
    },
    texts: [quote.text, quote.translation?.text ?? '', ...quote.named, ...phrases(entries)],
  };
}

function events(entries: Entry[]): NaiveFact {
  const [event] = entries;
  return {
    ...common(entries, event.date, event.title),
    values: {
      article: [event.article],
      kind: [event.kind],
      status: [event.status],
      participant: event.participants.map((it: Entry) => it.actor),
      place: [event.place],
      partOf: [event.partOf],
    },
    texts: [
      ...localized(event.title),
      ...localized(event.description),
      ...event.named,
      ...phrases(entries),
    ],
  };
}

function statistics(entries: Entry[]): NaiveFact {
  const [statistic] = entries;
  const { value, upper } = statistic;
  const fact = common(entries, statistic.period, {});
  return {
    ...fact,
    figures: extentOf(statistic.comparator, value, upper ?? value),
    values: {
      article: [statistic.article],
      unit: [statistic.unit.code],
      comparator: [statistic.comparator],
      subject: statistic.subject,
      source: [statistic.source],
      event: [statistic.event],
    },
    texts: [
      ...localized(statistic.label),
      ...localized(statistic.unit.label),
      statistic.text,
      ...statistic.named,
      ...phrases(entries),
    ],
    order: { ...fact.order, value: [value] },
  };
}

/** What lies just above a figure, by less than any two figures here differ. */
const hair = 1e-6;

function extentOf(comparator: string, value: number, upper: number): [number, number] {
  const low = { gt: value + hair, lt: Number.NEGATIVE_INFINITY, lte: Number.NEGATIVE_INFINITY };
  const high = { lt: value - hair, gt: Number.POSITIVE_INFINITY, gte: Number.POSITIVE_INFINITY };
  return [
    low[comparator as keyof typeof low] ?? value,
    high[comparator as keyof typeof high] ?? upper,
  ];
}

/** Actors and places, as a plain loop makes them of what all articles state. */
function shared(bundles: readonly Bundle[], type: string): NaiveFact[] {
  const factType = factTypes.find(({ name }) => name === type);
  if (factType === undefined) throw new Error(`there is no type ${type}`);
  const complete = bundles.map(completed);
  return servePlainly(complete, factType).map(([id = '', document = '']) => {
    const served: Entry = JSON.parse(document);
    const stating = complete.flatMap((bundle) =>
      (bundle[type] as Entry[])
        .filter((entry) => entry.id === id)
        .map((entry) => ({ ...entry, article: bundle.article.id })),
    );
    return {
      id,
      values: {
        article: stating.map((it) => it.article),
        kind: [served.kind],
        wikidata: [served.wikidata],
        within: [served.within?.id ?? null],
        affiliation: (served.affiliations ?? []).map((it: Entry) => it.id),
      },
      days: null,
      figures: null,
      texts: [
        ...localized(served.name),
        ...(served.aliases ?? []),
        ...localized(served.description),
        ...(served.roles ?? []).flatMap(localized),
        ...phrases(stating),
      ],
      order: { name: [served.name.en ?? Object.values(served.name)[0]], id: [] },
    };
  });
}

/** Whether the fact's texts have the word, or one that begins so; by Unicode's own segmentation. */
export function hasWord(fact: NaiveFact, word: string, prefix: boolean): boolean {
  const plain = fold(word);
  return fact.texts.some((text) =>
    [...segmenter.segment(text)]
      .flatMap(({ segment }) =>
        /\p{Script=Han}/u.test(segment) ? [...segment] : segment.split(/[^\p{L}\p{N}\p{M}]+/u),
      )
      .map(fold)
      .some((it) => (prefix ? it.startsWith(plain) : it === plain)),
  );
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

function fold(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** By these keys, then by id; null last, whichever way. */
export function naiveOrder(sort: string, descending: boolean) {
  const sign = descending ? -1 : 1;
  return (left: NaiveFact, right: NaiveFact): number => {
    const [one, other] = [left, right].map((it) => [...(it.order[sort] ?? []), it.id]);
    for (const [index, value] of (one ?? []).entries()) {
      const against = other?.[index] ?? null;
      if (value === against) continue;
      if (value === null) return 1;
      if (against === null) return -1;
      return value < against ? -sign : sign;
    }
    return 0;
  };
}
