import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { boundedItems, unnamedErrors } from './bounded-items.ts';
import { isDay } from './day.ts';
import { type Fault, listFaults, pointerPart } from './fault.ts';
import { isLine, isWebAddress } from './forms.ts';
import { negationPattern, sha256Pattern, slugPattern, wikidataPattern } from './identifiers.ts';
import { languagePattern } from './localized-text.ts';
import { isEdtf } from './period.ts';
import { isPublished } from './published.ts';
import type { Named } from './schema.ts';
import { unitPattern } from './statistic.ts';
import { describeUnknown, findNearest } from './unknown-name.ts';
import { toForm } from './written-otherwise.ts';

/** The validator of everything that comes in: nothing is coerced, removed or filled in. */
export function createAjv(components: readonly Named[]): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strictTypes: false,
    verbose: true,
    // With both, compiling takes half as long again, and finds nothing more: the schemas are our own, linted
    // in the OpenAPI document, and the engine optimizes the code as well as Ajv does.
    validateSchema: false,
    code: { optimize: false },
  });
  formats.default(ajv, ['date-time']);
  ajv.addFormat('edtf', isEdtf);
  ajv.addFormat('day', isDay);
  ajv.addFormat('published', isPublished);
  ajv.addFormat('line', isLine);
  ajv.addFormat('web-address', isWebAddress);
  // Bundles say what these mean; elsewhere they mean nothing.
  ajv.addVocabulary(['x-reference', 'x-own-language']);
  ajv.addFormat('int32', { type: 'number', validate: isWithin(2 ** 31) });
  ajv.addFormat('int64', { type: 'number', validate: isWithin(2 ** 53) });
  ajv.addFormat('double', true);
  ajv.removeKeyword('items').addKeyword(boundedItems(tellsSomething));
  for (const component of components) ajv.addSchema(component);
  return ajv;
}

/** Of integers; what isn't one is told by its type. */
function isWithin(limit: number) {
  return (value: number) => !Number.isInteger(value) || (value >= -limit && value < limit);
}

/** What is wrong with a document, by Ajv's errors about it. */
export function toFaults(errors: readonly ErrorObject[]): Fault[] {
  const faults = listFaults();
  for (const error of errors) {
    if (error.keyword === unnamedErrors) faults.addUnnamed(error.params.count);
    else if (tellsSomething(error)) faults.add(() => toFault(error));
  }
  return faults.all();
}

function toFault(error: ErrorObject): Fault {
  return { pointer: error.instancePath + unknownField(error), detail: describe(error) };
}

/** Where something or null may stand, Ajv also says that it isn't null, and that neither fits. */
function tellsSomething({ keyword, params, schemaPath }: ErrorObject): boolean {
  if (keyword === 'oneOf' || keyword === 'propertyNames') return false;
  return !(params.type === 'null' && /\/oneOf\/\d+\/type$/.test(schemaPath));
}

function unknownField({ keyword, params }: ErrorObject): string {
  return keyword === 'additionalProperties' ? pointerPart(params.additionalProperty) : '';
}

/** An Ajv error as the rest of a sentence that begins with what is wrong. */
export function describe({ keyword, params, message, data, parentSchema }: ErrorObject): string {
  switch (keyword) {
    case 'additionalProperties':
      return describeUnknown(
        'field',
        Object.keys(parentSchema?.properties ?? {}),
        params.additionalProperty,
      );
    case 'required':
      return `must have the field “${params.missingProperty}”`;
    case 'enum':
      return `must be ${oneOf(params.allowedValues)}; not ${shown(data)}${meant(findNearest(params.allowedValues, String(data)))}`;
    case 'pattern':
      return `must be ${patterns.get(params.pattern) ?? `of the form ${params.pattern}`}; not ${shown(data)}${meant(toForm(params.pattern, String(data)))}`;
    case 'format':
      return `must be ${forms.get(params.format) ?? params.format}; not ${shown(data)}`;
    case 'type':
      return `must be ${[params.type].flat().join(' or ')}; not ${shown(data)}`;
    case 'minimum':
      return `must be at least ${params.limit}; not ${data}`;
    case 'maximum':
      return `must be at most ${params.limit}; not ${data}`;
    case 'maxItems':
      return `must have at most ${params.limit} values; not ${(data as unknown[]).length}`;
    case 'minItems':
      return `must have at least ${params.limit} ${params.limit === 1 ? 'value' : 'values'}`;
    case 'minLength':
      return 'must not be empty';
    case 'maxLength':
      return `must have at most ${params.limit} characters`;
    default:
      return message ?? keyword;
  }
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
}

function meant(value: string | null): string {
  return value === null ? '' : `; did you mean ${value}?`;
}

/** What stands there, shortly: it may be as long, or as deep, as what was sent. */
function shown(data: unknown): string {
  if (Array.isArray(data)) return 'an array';
  if (typeof data === 'object' && data !== null) return 'an object';
  return JSON.stringify(typeof data === 'string' ? data.slice(0, 80) : data);
}

const patterns: ReadonlyMap<string, string> = new Map([
  [slugPattern, 'an id: words of a–z and 0–9 joined by hyphens, like xi-jinping'],
  [negationPattern, 'a filter and a value of it, like kind:direct'],
  [sha256Pattern, 'a SHA-256 of 64 hexadecimal digits'],
  [wikidataPattern, 'a Wikidata item id, like Q7747'],
  [
    unitPattern,
    'a unit’s code, like %, km or calendar-year: printable ASCII without spaces and commas',
  ],
  [languagePattern, 'a language tag (BCP 47), like id or en-GB'],
]);

const forms: ReadonlyMap<string, string> = new Map([
  ['day', 'a day, like 2024-05-16'],
  [
    'published',
    'a date in EDTF, like 1884 or 2024-05-14, or an instant, like 2024-05-14T23:30:00+07:00',
  ],
  [
    'line',
    'one line of text that shows something, without control characters and marks that turn its direction',
  ],
  ['web-address', 'an http or https address, like https://example.org/news/1'],
  ['int32', 'a whole number from −2147483648 to 2147483647'],
  ['int64', 'a whole number within ±(2^53 − 1)'],
  ['date', 'a day, like 2024-05-16'],
  ['uri', 'an absolute URI'],
  ['edtf', 'a date in EDTF, like 2024-05, 2024-21 (a spring), 2023-10? or 2024/2025'],
]);
