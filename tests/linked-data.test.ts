import jsonld from 'jsonld';
import { Parser, type Quad, Writer } from 'n3';
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
async function triplesOf({ ask }: TestServer, article: string): Promise<jsonld.Quad[]> {
  const path = `/v1/articles/${article}/linked-data`;
  const response = await ask(path);
  expect(response.headers['content-type']).toContain('application/ld+json');
  return jsonld.toRDF(response.json(), {
    base: host + path,
    // Nothing may be dropped in silence.
    safe: true,
    documentLoader: async (url: string) => {
      // What is used of it, our own context has as well.
      if (url === 'http://www.w3.org/ns/anno.jsonld')
        return { document: { '@context': {} }, documentUrl: url };
      if (!url.startsWith(host)) throw new Error(`${url} is asked for outside`);
      const document = (await ask(url.slice(host.length))).json();
      return { document, documentUrl: url };
    },
  });
}

function valuesOf(quads: readonly jsonld.Quad[], subject: string, predicate: string): string[] {
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
  const { data } = await server.get('/v1/mentions?article=a&limit=100');
  const lists: Record<string, string> = {
    quote: 'quotes',
    actor: 'actors',
    place: 'places',
    event: 'events',
    statistic: 'statistics',
  };
  const linkedData = (await server.ask('/v1/articles/a/linked-data')).json();
  // What the Web Annotation Data Model says that there must be, in the keys of its JSON.
  expect(linkedData['@context']).toContain('http://www.w3.org/ns/anno.jsonld');
  const annotations: { id: string }[] = linkedData['@graph'].filter(
    ({ type }: { type?: string }) => type === 'Annotation',
  );
  expect(annotations).toEqual(
    data.map(({ factType, fact, start, end, exact, role }) => {
      const list = lists[String(factType)];
      return {
        id: `/v1/articles/a/linked-data#${list}-${fact}-${role}-${start}-${end}`,
        type: 'Annotation',
        motivation: 'identifying',
        role,
        body: `/v1/${list}/${fact}`,
        target: {
          type: 'SpecificResource',
          source: '/v1/articles/a',
          selector: {
            type: 'TextPositionSelector',
            start,
            end,
            refinedBy: { type: 'TextQuoteSelector', exact },
          },
        },
      };
    }),
  );
  expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length);
});

test('each annotation has one body, and one target with one source and one selector', async () => {
  const quads = await triplesOf(await withServer([bundleOf('a')]), 'a');
  const only = (subject: string, predicate: string) => {
    const values = quads.filter(
      (quad) => quad.subject.value === subject && quad.predicate.value === predicate,
    );
    expect(values).toHaveLength(1);
    return values[0]?.object ?? { termType: '', value: '' };
  };
  const annotations = quads.filter(({ object }) => object.value === `${ns.oa}Annotation`);
  expect(annotations.length).toBeGreaterThan(8);
  for (const { subject } of annotations) {
    expect(only(subject.value, `${ns.oa}motivatedBy`).value).toBe(`${ns.oa}identifying`);
    expect(only(subject.value, `${ns.oa}hasBody`).termType).toBe('NamedNode');
    const target = only(subject.value, `${ns.oa}hasTarget`).value;
    expect(only(target, `${ns.oa}hasSource`).value).toBe(`${host}/v1/articles/a`);
    const selector = only(target, `${ns.oa}hasSelector`).value;
    expect(only(selector, `${ns.rdf}type`).value).toBe(`${ns.oa}TextPositionSelector`);
    for (const edge of ['start', 'end'])
      expect(only(selector, ns.oa + edge)).toMatchObject({
        value: expect.stringMatching(/^\d+$/),
        datatype: { value: 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
      });
    const words = only(selector, `${ns.oa}refinedBy`).value;
    expect(only(words, `${ns.rdf}type`).value).toBe(`${ns.oa}TextQuoteSelector`);
    expect(only(words, `${ns.oa}exact`).termType).toBe('Literal');
  }
});

test.each([['the seed'], ['an article of more than a batch']])(
  'Turtle says the same as JSON-LD: %s',
  async (which) => {
    const isSeed = which === 'the seed';
    const long = bundleOf('long', ({ events }) => {
      const [event] = events;
      if (event === undefined) throw new Error('no event');
      // What an unlucky writer would take for its own.
      const title = { en: '“<http://base.invalid/>” \\ \'\'\' """ 🌉 {@base </> .}' };
      for (let index = 0; index < 600; index++)
        events.push({ ...event, id: `long-event-${index}`, title });
    });
    const server = await withServer(isSeed ? 'seed' : [long]);
    const article = isSeed ? 'putin-china-visit-2024' : 'long';
    const path = `/v1/articles/${article}/linked-data.ttl`;
    const { headers, body } = await server.ask(path);
    expect(headers['content-type']).toBe('text/turtle; charset=utf-8');
    const parsed = new Parser({ baseIRI: host + path }).parse(body);
    const expected = await triplesOf(server, article);
    expect(await canonical(parsed)).toBe(await canonical(expected));
  },
);

/** The same text for the same graph, whatever its nodes without names are called. */
function canonical(quads: readonly object[]): Promise<string> {
  const lines = new Writer({ format: 'N-Quads' }).quadsToString(quads as Quad[]);
  const format = 'application/n-quads';
  return jsonld.canonize(lines, { inputFormat: format, format });
}

test('whatever has an address here is found there', async () => {
  const server = await withServer('seed');
  const quads = await triplesOf(server, 'putin-china-visit-2024');
  const terms = quads.flatMap(({ subject, predicate, object }) => [subject, predicate, object]);
  const addresses = new Set(
    terms.flatMap(({ termType, value }) =>
      termType === 'NamedNode' && value.startsWith(host) ? [value.slice(host.length)] : [],
    ),
  );
  expect(addresses.size).toBeGreaterThan(300);
  for (const [page, its] of Map.groupBy(addresses, (it) => it.split('#', 1)[0] ?? '')) {
    const { statusCode, body } = await server.ask(page);
    expect(statusCode, page).toBe(200);
    // An annotation is a thing of its document, a term one of the vocabulary.
    for (const fragment of its.flatMap((it) => it.split('#')[1] ?? []))
      expect(body).toContain(page === '/vocabulary' ? `"${fragment}":` : `#${fragment}"`);
  }
});

test('of an article that is not there, there is no linked data', async () => {
  const server = await withServer([]);
  for (const path of ['linked-data', 'linked-data.ttl'])
    expect((await server.ask(`/v1/articles/nothing/${path}`)).statusCode).toBe(404);
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
