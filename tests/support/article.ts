import { createHash } from 'node:crypto';
import { createBundleReader } from '../../src/bundle/check.ts';
import type { Bundle } from '../../src/bundle/schema.ts';
import { factTypes } from '../../src/resources.ts';

/** A small article of our own, and every kind of fact that it states. */
export const text =
  'The mayor of Überdorf, Ada Stein, said on 3 May 2021: “We will build it.” The council met in the town hall. Some 40 percent of voters had asked for a bridge, the Daily Herald reported. 🌉 The opening is expected in 2023.';

/** A bundle as it is given back: whole, whatever was left out. */
export function completed(bundle: Bundle): Bundle {
  const { bundle: whole } = createBundleReader(factTypes).read(bundle);
  if (whole === null) throw new Error('the bundle is not right');
  return whole;
}

/** That article as a bundle under another id, so that a test can have many; `change` makes it differ. */
export function bundleOf(
  id: string,
  change: (bundle: ReturnType<typeof write>) => void = () => {},
): Bundle {
  const bundle = write(id);
  change(bundle);
  return bundle;
}

function write(id: string) {
  return {
    article: {
      id,
      language: 'en',
      title: { en: `Report ${id}` },
      description: null,
      source: { headline: null, byline: null, publisher: null, published: null, url: null },
      text: {
        sha256: createHash('sha256').update(text).digest('hex'),
        length: Array.from(text).length,
      },
    },
    quotes: [
      {
        id: `${id}-we-will-build-it`,
        kind: 'direct',
        text: 'We will build it.',
        language: 'en',
        translation: null,
        speakers: ['ada-stein'],
        verb: 'said',
        date: day('2021-05-03', '3 May 2021'),
        event: null,
        mentions: [at('We will build it.')],
      },
      {
        id: `${id}-voters-asked`,
        kind: 'indirect',
        text: 'Many voters wanted a bridge.',
        language: 'en',
        translation: null,
        speakers: ['daily-herald', 'town-council'],
        verb: 'reported',
        date: null,
        event: `${id}-council-meeting`,
        mentions: [at('had asked')],
      },
    ],
    actors: [
      {
        ...actor('ada-stein', 'person', 'Ada Stein'),
        affiliations: ['town-council'],
        wikidata: 'Q1',
      },
      { ...actor('town-council', 'government', 'town council'), mentions: [at('council')] },
      { ...actor('daily-herald', 'media', 'Daily Herald') },
    ],
    places: [
      place('uberdorf', 'city', 'Überdorf', null),
      { ...place('town-hall', 'venue', 'town hall', 'uberdorf') },
    ],
    events: [
      {
        id: `${id}-council-meeting`,
        kind: 'meeting',
        status: 'occurred',
        title: { en: 'Meeting of the council' },
        description: null,
        date: null,
        place: 'town-hall',
        participants: [{ actor: 'town-council', role: 'attendee' }],
        partOf: null,
        mentions: [at('met')],
      },
      {
        id: `${id}-bridge-opening`,
        kind: 'ceremony',
        status: 'expected',
        title: { en: 'Opening of the bridge' },
        description: null,
        date: day('2023', '2023'),
        place: null,
        participants: [],
        partOf: `${id}-council-meeting`,
        mentions: [at('opening')],
      },
    ],
    statistics: [
      {
        id: `${id}-voters-share`,
        label: { en: 'Voters who asked for a bridge' },
        value: 40,
        upper: null as number | null,
        comparator: 'approx',
        unit: { code: '%', label: { en: 'percent' } },
        text: 'Some 40 percent',
        subject: ['town-council'],
        event: null,
        source: 'daily-herald',
        period: null,
        mentions: [at('Some 40 percent')],
      },
    ],
  };
}

function at(exact: string) {
  const start = Array.from(text.slice(0, text.indexOf(exact))).length;
  return { start, end: start + Array.from(exact).length, exact };
}

function day(edtf: string, expression: string) {
  return { edtf, basis: 'stated', expression, note: null };
}

function actor(id: string, kind: string, name: string) {
  const rest = { aliases: [], description: null, roles: [], affiliations: [] as string[] };
  return {
    id,
    kind,
    name: { en: name },
    ...rest,
    wikidata: null as string | null,
    mentions: [at(name)],
  };
}

function place(id: string, kind: string, name: string, within: string | null) {
  const rest = { wikidata: null, latitude: null, longitude: null };
  return { id, kind, name: { en: name }, within, ...rest, mentions: [at(name)] };
}
