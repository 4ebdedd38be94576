import { type Static, Type } from 'typebox';
import { type CompleteStatic, entry } from './entry.ts';
import { idIn, nullableIdIn, slug } from './identifiers.ts';
import { LocalizedText } from './localized-text.ts';
import { mentionEntries, mentions } from './mention.ts';
import { Period, PeriodEntry } from './period.ts';
import { ActorRef, EventRef } from './references.ts';
import { nullableNumber, nullableRef, object, oneOf, ref } from './schema.ts';

export const Comparator = oneOf(
  'Comparator',
  '`eq`: exactly; `approx`: about; `gt`: more than; `gte`: at least; `lt`: less than; `lte`: at most; `range`: from `value` to `upper`.',
  ['eq', 'approx', 'gt', 'gte', 'lt', 'lte', 'range'],
);

/** Printable ASCII, as UCUM’s codes are, but no comma. */
export const unitPattern = '^[!-+.-~-]+$';

const Unit = object('Unit', 'What is counted or measured.', {
  code: Type.String({
    // Between commas, filters take several.
    pattern: unitPattern,
    maxLength: 64,
    description:
      'UCUM code where there is one (`%`, `a`, `wk`), else an own code: a singular English noun in kebab case (`country`, `calendar-year`); a currency by its ISO 4217 code (`IDR`).',
  }),
  label: ref(LocalizedText),
});

const own = {
  label: ref(LocalizedText),
  value: Type.Number({ format: 'double', description: 'The figure; the lower one of a range.' }),
  upper: nullableNumber({ description: 'The upper figure of a range, else null.' }),
  comparator: ref(Comparator),
  unit: ref(Unit),
  text: Type.String({ minLength: 1, description: 'The words of the article, as they stand.' }),
};

const id = slug('Id of the statistic.');

export const StatisticEntry = entry(
  'StatisticEntry',
  'A statistic, in a bundle.',
  {
    id,
    ...own,
    subject: Type.Array(idIn('actors', 'Id of an actor.'), {
      description: 'The actors that the figure is about.',
    }),
    event: nullableIdIn('events', 'Id of the event that the figure belongs to.'),
    source: nullableIdIn('actors', 'Id of the actor that the article attributes the figure to.'),
    period: nullableRef(PeriodEntry),
    mentions: mentionEntries,
  },
  { upper: null, comparator: 'eq', subject: [], event: null, source: null, period: null },
);
export type StatisticEntry = CompleteStatic<typeof StatisticEntry>;

export const Statistic = object('Statistic', 'A quantity that the article states.', {
  id,
  article: slug('Id of the article.'),
  ...own,
  subject: Type.Array(ref(ActorRef), { description: 'The actors that the figure is about.' }),
  event: nullableRef(EventRef),
  source: nullableRef(ActorRef),
  period: nullableRef(Period),
  mentions,
});
export type Statistic = Static<typeof Statistic>;
