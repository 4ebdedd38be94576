import jsonld, { type Quad } from 'jsonld';
import { expect, test } from 'vitest';
import type { Bundle } from '../src/bundle/schema.ts';
import { bundleOf } from './support/article.ts';
import { type TestServer, withServer } from './support/server.ts';

const host = 'http://facts.example';
const ns = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  oa: 'http://www.w3.org/ns/oa#',
  own: `${host}/vocabulary#`,
};

/** The triples of an article, by a JSON-LD library that gets the context from our server only. */
async function triplesOf({ ask }: TestServer, article: string): Promise<Quad[]> {
  const path = `/v1/articles/${article}/linked-data`;
  const response = await ask(path);
  expect(response.headers['content-type']).toContain('application/ld+json');
  return jsonld.toRDF(response.json(), {
    base: host + path,
    // Nothing may be dropped in silence.
    safe: true,
    documentLoader: async (url: string) => {
      if (!url.startsWith(host)) throw new Error(`${url} is asked for outside`);
      const document = (await ask(url.slice(host.length))).json();
      return { document, documentUrl: url };
    },
  });
}

function valuesOf(quads: readonly Quad[], subject: string, predicate: string): string[] {
  return quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate)
    .map(({ object }) => (object.language ? `${object.value}@${object.language}` : object.value))
    .sort();
}

// biome-ignore lint/suspicious/noExplicitAny: a bundle's entries are read as plain JSON here
function entriesOf(bundle: Bundle, type: string): any[] {
  return bundle[type] as [];
}

test('a direct quote is a Quotation by its speakers, a reported one a Claim by its authors', async () => {
  const quads = await triplesOf(await withServer([bundleOf('a')]), 'a');
  for (const quote of entriesOf(bundleOf('a'), 'quotes')) {
    const direct = quote.kind === 'direct';
    const iri = `${host}/v1/quotes/${quote.id}`;
    expect(valuesOf(quads, iri, `${ns.rdf}type`)).toEqual([
      ns.schema + (direct ? 'Quotation' : 'Claim'),
    ]);
    expect(valuesOf(quads, iri, `${ns.schema}text`)).toEqual([`${quote.text}@${quote.language}`]);
    expect(valuesOf(quads, iri, ns.schema + (direct ? 'spokenByCharacter' : 'author'))).toEqual(
      quote.speakers.map((id: string) => `${host}/v1/actors/${id}`).sort(),
    );
  }
});

test('every mention is an annotation that selects one stretch, by its position and its words', async () => {
  const server = await withServer([bundleOf('a')]);
  const quads = await triplesOf(server, 'a');
  const annotations = quads
    .filter(({ object }) => object.value === `${ns.oa}Annotation`)
    .map(({ subject }) => subject.value);
  const found = annotations.map((annotation) => {
    const [target = ''] = valuesOf(quads, annotation, `${ns.oa}hasTarget`);
    const [selector = '', ...others] = valuesOf(quads, target, `${ns.oa}hasSelector`);
    expect(others).toEqual([]);
    // The words alone may stand in several places: they refine the one.
    const [words = ''] = valuesOf(quads, selector, `${ns.oa}refinedBy`);
    const of = (property: string) =>
      [selector, words].flatMap((it) => valuesOf(quads, it, ns.oa + property))[0] ?? '';
    const [fact = ''] = valuesOf(quads, annotation, `${ns.oa}hasBody`);
    return [fact, Number(of('start')), Number(of('end')), of('exact')];
  });
  const bundle = bundleOf('a');
  const expected = ['quotes', 'actors', 'places', 'events', 'statistics'].flatMap((type) =>
    entriesOf(bundle, type).flatMap(({ id, mentions }) =>
      mentions.map(({ start, end, exact }: { start: number; end: number; exact: string }) => [
        `${host}/v1/${type}/${id}`,
        start,
        end,
        exact,
      ]),
    ),
  );
  expect(found.sort()).toEqual(expected.sort());
});

test('actors are the same as in Wikidata, events have participants in roles, figures are what was said', async () => {
  const quads = await triplesOf(await withServer([bundleOf('a')]), 'a');
  const iri = (list: string, id: string) => `${host}/v1/${list}/${id}`;
  expect(valuesOf(quads, iri('actors', 'ada-stein'), `${ns.schema}sameAs`)).toEqual([
    'http://www.wikidata.org/entity/Q1',
  ]);
  const meeting = iri('events', 'a-council-meeting');
  const [role = ''] = valuesOf(quads, meeting, `${ns.schema}about`);
  expect(valuesOf(quads, role, `${ns.schema}about`)).toEqual([iri('actors', 'town-council')]);
  expect(valuesOf(quads, role, `${ns.schema}roleName`)).toEqual(['attendee']);
  expect(valuesOf(quads, iri('events', 'a-bridge-opening'), `${ns.own}status`)).toEqual([
    'expected',
  ]);
  expect(valuesOf(quads, iri('events', 'a-bridge-opening'), `${ns.schema}startDate`)).toEqual([
    '2023',
  ]);
  const share = iri('statistics', 'a-voters-share');
  expect(valuesOf(quads, share, `${ns.schema}value`)).toEqual(['40']);
  expect(valuesOf(quads, share, `${ns.own}comparator`)).toEqual(['approx']);
});

test('the seed article expands whole: known terms, absolute identifiers, nothing from outside', async () => {
  const server = await withServer('seed');
  const quads = await triplesOf(server, 'putin-china-visit-2024');
  expect(quads.length).toBeGreaterThan(1500);
  const { terms } = await server.get<{ terms: Record<string, string> }>('/vocabulary');
  for (const { subject, predicate, object } of quads) {
    for (const { termType, value } of [subject, predicate, object])
      if (termType === 'NamedNode') expect(value).toMatch(/^https?:\/\//);
    if (predicate.value.startsWith(ns.own))
      expect(Object.keys(terms)).toContain(predicate.value.slice(ns.own.length));
  }
  for (const list of ['quotes', 'events', 'statistics', 'actors', 'places'])
    for (const { id } of (await server.get(`/v1/${list}?limit=100`)).data)
      expect(valuesOf(quads, `${host}/v1/${list}/${id}`, `${ns.rdf}type`), id).toHaveLength(1);
});

test.each([
  ['2024-05-14', '2024-05-14', 'https://schema.org/Date'],
  ['2024-05-14T23:30:00+07:00', '2024-05-14T23:30:00+07:00', 'https://schema.org/DateTime'],
  ['188X', '188X', 'http://id.loc.gov/datatypes/edtf/EDTF'],
])('an article published %s says so in the type that fits', async (published, value, datatype) => {
  const bundle = bundleOf('a', ({ article }) =>
    Object.assign(article, { source: { published, url: 'https://example.org/a|b' } }),
  );
  const quads = await triplesOf(await withServer([bundle]), 'a');
  const of = (predicate: string) =>
    quads.find((it) => it.predicate.value === `${ns.schema}${predicate}`)?.object;
  expect([of('datePublished')?.value, of('datePublished')?.datatype?.value]).toEqual([
    value,
    datatype,
  ]);
  expect(of('url')?.value).toBe('https://example.org/a|b'.replace('|', '%7C'));
});
