/** What the tests use of it; the package has no types of its own. */
declare module 'jsonld' {
  interface Term {
    termType: string;
    value: string;
    language?: string;
    datatype?: { value: string };
  }
  export interface Quad {
    subject: Term;
    predicate: Term;
    object: Term;
  }
  interface Options {
    base: string;
    safe: boolean;
    documentLoader(url: string): Promise<{ document: object; documentUrl: string }>;
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<Quad[]> };
  export default jsonld;
}
