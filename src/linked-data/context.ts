/** Where the context is served: documents refer to it. */
export const contextPath = '/contexts/article-facts.jsonld';
/** Which every Web Annotation has to name. What we use of it, our context says once more, so that nobody has to fetch it. */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

const iri = (id: string) => ({ '@id': id, '@type': '@id' });
const list = (id: string) => ({ '@id': id, '@container': '@set' });
const number = (id: string) => ({ '@id': id, '@type': 'xsd:decimal' });

/**
 * The terms of our JSON-LD: schema.org for what things are, W3C Web Annotation for where the text
 * states them, Dublin Core and PROV for what schema.org has no exact term for, and a few of our own,
 * explained at /vocabulary, where none of them says the same.
 */
export const context = {
  '@version': 1.1,
  '@vocab': '/vocabulary#',
  schema: 'https://schema.org/',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',

  NewsArticle: 'schema:NewsArticle',
  Quotation: 'schema:Quotation',
  Claim: 'schema:Claim',
  Person: 'schema:Person',
  Organization: 'schema:Organization',
  GovernmentOrganization: 'schema:GovernmentOrganization',
  NewsMediaOrganization: 'schema:NewsMediaOrganization',
  Country: 'schema:Country',
  Continent: 'schema:Continent',
  City: 'schema:City',
  AdministrativeArea: 'schema:AdministrativeArea',
  Place: 'schema:Place',
  RiverBodyOfWater: 'schema:RiverBodyOfWater',
  SeaBodyOfWater: 'schema:SeaBodyOfWater',
  Mountain: 'schema:Mountain',
  Thing: 'schema:Thing',
  Event: 'schema:Event',
  Observation: 'schema:Observation',
  Role: 'schema:Role',
  GeoCoordinates: 'schema:GeoCoordinates',

  name: list('schema:name'),
  alternateName: list('schema:alternateName'),
  description: list('schema:description'),
  inLanguage: 'schema:inLanguage',
  headline: 'schema:headline',
  creditText: 'schema:creditText',
  publisher: 'schema:publisher',
  datePublished: { '@id': 'schema:datePublished', '@type': 'schema:Date' },
  url: iri('schema:url'),
  sameAs: iri('schema:sameAs'),
  text: 'schema:text',
  isPartOf: iri('schema:isPartOf'),
  appearance: iri('schema:appearance'),
  spokenByCharacter: list('schema:spokenByCharacter'),
  author: list('schema:author'),
  mentions: list('schema:mentions'),
  workTranslation: 'schema:workTranslation',
  affiliation: list('schema:affiliation'),
  jobTitle: list('schema:jobTitle'),
  containedInPlace: iri('schema:containedInPlace'),
  geo: 'schema:geo',
  latitude: number('schema:latitude'),
  longitude: number('schema:longitude'),
  startDate: { '@id': 'schema:startDate', '@type': 'schema:Date' },
  endDate: { '@id': 'schema:endDate', '@type': 'schema:Date' },
  location: iri('schema:location'),
  superEvent: iri('schema:superEvent'),
  subjectOf: iri('schema:subjectOf'),
  about: list('schema:about'),
  roleName: 'schema:roleName',
  recordedIn: iri('schema:recordedIn'),
  hasPart: list('schema:hasPart'),
  reportedIn: iri('reportedIn'),
  observationAbout: list('schema:observationAbout'),
  value: number('schema:value'),
  minValue: number('schema:minValue'),
  maxValue: number('schema:maxValue'),
  unitText: list('schema:unitText'),

  date: { '@id': 'dcterms:date', '@type': 'http://id.loc.gov/datatypes/edtf/EDTF' },
  attributedTo: iri('prov:wasAttributedTo'),

  id: '@id',
  type: '@type',
  Annotation: 'oa:Annotation',
  SpecificResource: 'oa:SpecificResource',
  TextPositionSelector: 'oa:TextPositionSelector',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  identifying: 'oa:identifying',
  motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
  body: iri('oa:hasBody'),
  target: iri('oa:hasTarget'),
  source: iri('oa:hasSource'),
  selector: iri('oa:hasSelector'),
  refinedBy: iri('oa:refinedBy'),
  start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
  end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
  exact: 'oa:exact',
} as const;

/** The terms of our own, and what they mean. */
export const vocabulary = {
  status:
    'Of an event: occurred, ongoing, expected (announced; nothing says that it took place), recurring, alleged or cancelled.',
  polarity:
    'Of an event or quote: affirmed, denied (the article says that it was not so) or hypothetical.',
  unnamedSpeaker: 'Of a quote: the words of the article for a source that it gives no name.',
  kind: 'Of an actor, place, event or quote: the kind as in the API.',
  comparator:
    'Of an observation: eq (exactly), approx (about), gt and gte (more than, at least minValue), lt and lte (less than, at most maxValue), range.',
  reportedIn: 'Of a quote: the quote within which it is reported.',
  role: 'Of an annotation of a quote: content (what is said), cue (the words that attribute it) or source (that name who says it).',
  unit: 'Of an observation: the UCUM code of its unit, or an own code as in the API.',
  translationOrigin:
    'Of a translation: editorial (made by the annotators) or source (published by the speaker or the article).',
  textSha256: 'Of an article: SHA-256 of its text in UTF-8.',
  textLength: 'Of an article: the length of its text in Unicode code points.',
} as const;
