import fc from 'fast-check';
import type { OpenApi } from '../support/openapi.ts';

/** As much of a schema as parameters and bodies have. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  oneOf?: Schema[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
}

export interface QueryParameter {
  name: string;
  schema: Schema;
}

/** One way of being wrong, and values that are so. */
type Wrong = [how: string, values: fc.Arbitrary<string>];

export function resolve(document: OpenApi, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : ((document.components.schemas[name] ?? {}) as Schema);
}

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const slug = fc.array(word, { minLength: 1, maxLength: 4 }).map((it) => it.join('-'));
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));
const anyWords = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .filter((it) => !it.includes('\0') && it.isWellFormed() && it !== '');

/** Values that a parameter of that schema takes, as text; `values` may stand in it already. */
export function rightValues(document: OpenApi, given: Schema): fc.Arbitrary<string> {
  const schema = resolve(document, given);
  if (schema.type === 'array') {
    const item = rightValues(document, schema.items ?? {}).filter((it) => !it.includes(','));
    return fc.array(item, { minLength: 1, maxLength: 3 }).map((it) => it.join(','));
  }
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'boolean') return fc.constantFrom('true', 'false');
  if (schema.type === 'integer')
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 }).map(String);
  if (schema.type === 'number')
    return fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((it) => String(Object.is(it, -0) ? 0 : it));
  if (schema.format === 'day') return day;
  if (schema.format === 'web-address') return slug.map((it) => `https://${it}.example/ü?a=1`);
  if (schema.pattern === undefined) return anyWords;
  if (schema.pattern.startsWith('^Q')) return fc.integer({ min: 1 }).map((it) => `Q${it}`);
  if (schema.pattern.includes('{64}')) return fc.stringMatching(/^[0-9a-f]{64}$/);
  if (schema.pattern.includes('[A-Za-z0-9]{2,8}'))
    return fc.constantFrom('en', 'id', 'pt-BR', 'zh-Hant');
  return slug;
}

/** Every way in which the values of a parameter can be wrong, by its schema. */
export function waysToBeWrong(document: OpenApi, given: Schema): Wrong[] {
  const schema = resolve(document, given);
  const right = rightValues(document, schema);
  const always: Wrong[] = [
    ['is empty', fc.constant('')],
    ['has NUL', right.map((it) => `${it}%00`)],
    ['is no UTF-8', fc.constantFrom('%ff', '%c3', '%ed%a0%80', '%zz', 'a%')],
  ];
  if (schema.type === 'array') {
    const most = schema.maxItems ?? 50;
    const one = rightValues(document, schema.items ?? {}).map(encodeURIComponent);
    return [
      ...always,
      ...waysToBeWrong(document, schema.items ?? {}).slice(always.length),
      ['has an empty value', fc.tuple(one, one).map(([a, b]) => `${a},,${b}`)],
      [
        'has too many values',
        one.map((it) =>
          Array(most + 1)
            .fill(it)
            .join(','),
        ),
      ],
    ];
  }
  const text = anyWords.map(encodeURIComponent);
  if (schema.enum) {
    const { enum: values } = schema;
    return [...always, ['is none of the values', word.filter((it) => !values.includes(it))]];
  }
  if (schema.type === 'boolean')
    return [...always, ['is no boolean', fc.constantFrom('1', '0', 'TRUE', 'yes', 'null')]];
  if (schema.type === 'integer') {
    const { minimum = 0, maximum = 2 ** 31 - 1 } = schema;
    const beyond = [minimum - 1, maximum + 1, 2 ** 53 + 2, -(2 ** 31) - 1].map(String);
    return [
      ...always,
      ['is out of range', fc.constantFrom(...beyond)],
      [
        'is no integer',
        fc.constantFrom('true', '1e1', '0x10', '1.0', '+1', '%201', 'NaN', '١', 'null', '--1'),
      ],
    ];
  }
  if (schema.type === 'number')
    return [
      ...always,
      [
        'is no number',
        fc.constantFrom('1e999', 'NaN', 'Infinity', '0x10', '1,5', '.5', 'true', '-'),
      ],
    ];
  if (schema.format === 'day')
    return [
      ...always,
      [
        'is no day',
        fc.constantFrom(
          '2024-02-30',
          '2024-13-01',
          '2024',
          '2024-05',
          '20240506',
          'today',
          '2024-05-06T00:00',
          '1e3',
        ),
      ],
    ];
  if (schema.format === 'web-address')
    return [
      ...always,
      [
        'is no address',
        fc.constantFrom('javascript:alert(1)', 'example.org', 'ftp://a.b', '//a.b', 'data:,a'),
      ],
    ];
  const ways = [...always];
  if (schema.pattern !== undefined) {
    const form = new RegExp(schema.pattern, 'u');
    const misses = anyWords.filter((it) => !form.test(it) && !it.includes(','));
    ways.push(['has another form', misses.map(encodeURIComponent)]);
  }
  if (schema.maxLength !== undefined && schema.maxLength <= 4096) {
    const { maxLength } = schema;
    ways.push(['is too long', text.map(() => 'a'.repeat(maxLength + 1))]);
  }
  return ways;
}
