import type { SchemaValidateFunction, ValidateFunction } from 'ajv';
import type { Fault } from '../model/fault.ts';
import { componentsOf } from '../model/schema.ts';
import { createAjv, toFaults } from '../model/validation.ts';
import { derivedComponents } from '../resource/components.ts';
import type { FactType } from '../resource/resource.ts';
import type { Bundle, bundleSchema } from './schema.ts';

/** What of a bundle isn't as its schema says. */
export interface ShapeFaults {
  faults: Fault[];
  /** Whether its fields are as they should be, so that it can be read on, whatever it refers to. */
  isReadable: boolean;
}

/** What of the bundle at hand its schema refers to. */
interface Context {
  language: string;
  ids: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Faults that leave a bundle readable. */
const readable = new Set(['x-reference', 'x-own-language']);

/**
 * Makes the check of bundles by their schema, references and languages included. Compiling that schema
 * takes a while, and most servers are never sent a bundle: it is compiled for the first one.
 */
export function createShapeCheck(
  schema: ReturnType<typeof bundleSchema>,
  factTypes: readonly FactType[],
): (value: unknown) => ShapeFaults {
  let context: Context = { language: '', ids: new Map() };
  let validate: ValidateFunction | undefined;
  return (value) => {
    context = contextOf(value, factTypes);
    validate ??= compileShape(schema, factTypes, () => context);
    if (validate(value)) return { faults: [], isReadable: true };
    const errors = validate.errors ?? [];
    return {
      faults: toFaults(errors),
      isReadable: errors.every(({ keyword }) => readable.has(keyword)),
    };
  };
}

/** @param contextOfBundle tells of the bundle that is checked at the time */
function compileShape(
  schema: ReturnType<typeof bundleSchema>,
  factTypes: readonly FactType[],
  contextOfBundle: () => Context,
): ValidateFunction {
  const ajv = createAjv([...componentsOf([schema]), ...derivedComponents(factTypes)]);
  ajv.removeKeyword('x-reference').removeKeyword('x-own-language');
  ajv.addKeyword({
    keyword: 'x-reference',
    schemaType: 'string',
    error: { message: ({ schema }) => `must be the id of one of the bundle's ${schema}` },
    validate: (key: string, id: unknown) =>
      id === null || contextOfBundle().ids.get(key)?.has(String(id)) === true,
  });
  const hasOwnLanguage: SchemaValidateFunction = (_: boolean, text: object) => {
    const { language } = contextOfBundle();
    if (language === '' || Object.hasOwn(text, language)) return true;
    const message = `must have the text in the language of the article (${language})`;
    hasOwnLanguage.errors = [{ keyword: 'x-own-language', params: {}, message }];
    return false;
  };
  ajv.addKeyword({
    keyword: 'x-own-language',
    schemaType: 'boolean',
    type: 'object',
    errors: true,
    validate: hasOwnLanguage,
  });
  return ajv.getSchema('Bundle') ?? ajv.compile(schema);
}

function contextOf(value: unknown, factTypes: readonly FactType[]): Context {
  const bundle = (typeof value === 'object' && value !== null ? value : {}) as Partial<Bundle>;
  const language: unknown = bundle.article?.language;
  const ids = factTypes.map(({ name }) => {
    const entries: unknown = bundle[name];
    const those = (Array.isArray(entries) ? entries : []).map((entry) => String(entry?.id));
    return [name, new Set(those)] as const;
  });
  return { language: typeof language === 'string' ? language : '', ids: new Map(ids) };
}
