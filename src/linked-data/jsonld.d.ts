/** What is used of it; the package has no types of its own. */
declare module 'jsonld' {
  namespace jsonld {
    interface Term {
      termType: string;
      value: string;
      language?: string;
      datatype?: { value: string };
    }
    interface Quad {
      subject: Term;
      predicate: Term;
      object: Term;
    }
    interface Options {
      base: string;
      safe: boolean;
      documentLoader(url: string): Promise<{ document: object; documentUrl: string }>;
    }
  }
  const jsonld: {
    toRDF(document: object, options: jsonld.Options): Promise<jsonld.Quad[]>;
    canonize(quads: string, formats: { inputFormat: string; format: string }): Promise<string>;
  };
  export default jsonld;
}
