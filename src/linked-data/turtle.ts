import jsonld from 'jsonld';
import { DataFactory, type Quad_Object, Writer } from 'n3';
import type { FactType } from '../resource/resource.ts';
import { context } from './context.ts';
import { type StoredArticle, toGraph } from './graph.ts';

/** What our paths are written against; the reader knows what they belong to. */
const base = 'http://base.invalid/';
/** So many things are converted at once, which bounds what that takes. */
const batchSize = 500;

const { literal, namedNode } = DataFactory;
const { schema, oa, dcterms, prov, xsd } = context;

/** The same as in JSON-LD, converted by its rules. Our paths are relative to the root of the server. */
export async function writeTurtle(
  stored: StoredArticle,
  factTypes: readonly FactType[],
): Promise<string> {
  const writer = new Writer({ baseIRI: base, prefixes: { schema, oa, dcterms, prov, xsd } });
  const graph = [...toGraph(stored, factTypes)];
  for (let from = 0; from < graph.length; from += batchSize) {
    const document = { '@context': context, '@graph': graph.slice(from, from + batchSize) };
    const quads = await jsonld.toRDF(document, { base, safe: true, documentLoader: refuse });
    writeQuads(writer, quads);
  }
  const text = await new Promise<string>((resolve, reject) => {
    writer.end((error, result) => (error ? reject(error) : resolve(result)));
  });
  return `@base </> .\n${text}`;
}

/** The context is at hand; nothing is fetched. */
async function refuse(url: string): Promise<never> {
  throw new Error(`${url} would be fetched`);
}

/** What has no name stands where it is meant, in brackets: nothing is meant twice, or within itself. */
function writeQuads(writer: Writer, quads: readonly jsonld.Quad[]): void {
  const bySubject = Map.groupBy(quads, ({ subject }) => subject.value);
  for (const [subject, its] of bySubject)
    if (its[0]?.subject.termType === 'NamedNode')
      for (const { predicate, object } of its)
        writer.addQuad(namedNode(subject), namedNode(predicate.value), toObject(object));

  function toObject({ termType, value, language, datatype }: jsonld.Term): Quad_Object {
    if (termType === 'NamedNode') return namedNode(value);
    if (termType === 'Literal')
      return literal(value, language || (datatype && namedNode(datatype.value)));
    const its = bySubject.get(value) ?? [];
    return writer.blank(
      its.map(({ predicate, object }) => ({
        predicate: namedNode(predicate.value),
        object: toObject(object),
      })),
    );
  }
}
