import { boundFaults, type Fault } from '../model/fault.ts';
import { codePoints, longestPhrase } from '../model/mention.ts';
import { componentsOf } from '../model/schema.ts';
import { findUnfitValues } from '../model/unfit-values.ts';
import { createAjv, toFaults } from '../model/validation.ts';
import { derivedComponents } from '../resource/components.ts';
import type { FactType } from '../resource/resource.ts';
import { mostPlaces } from '../store/article.ts';
import { codePointsOf } from '../verification/code-points.ts';
import { findMismatches, fingerprint } from '../verification/verify.ts';
import { type Bundle, bundleSchema, type Entry, entriesOf } from './schema.ts';

export interface BundleChecker {
  /** Every fault of it at once; with the article's text, of its mentions too. */
  check(value: unknown, text?: string): Fault[];
}

export function createBundleChecker(factTypes: readonly FactType[]): BundleChecker {
  const schema = bundleSchema(factTypes);
  const ajv = createAjv([...componentsOf([schema]), ...derivedComponents(factTypes)]);
  let ids = new Map<string, Set<string>>();
  ajv.addKeyword({
    keyword: 'x-reference',
    schemaType: 'string',
    error: { message: ({ schema }) => `must be the id of one of the bundle's ${schema}` },
    validate: (key: string, id: unknown) => id === null || ids.get(key)?.has(String(id)) === true,
  });
  const validate = ajv.getSchema('Bundle') ?? ajv.compile(schema);

  return {
    check(value, textAtHand) {
      const faults = findUnfitValues(value);
      ids = idsOf(value, factTypes);
      if (!validate(value)) faults.push(...toFaults(validate.errors ?? []));
      // What follows reads the facts, so the shape has to be right first.
      const shapeFaults = validate.errors?.some((error) => error.keyword !== 'x-reference');
      if (faults.length > 0 && (shapeFaults ?? true)) return faults;
      const bundle = value as Bundle;
      const text = textAtHand ?? bundle.articleText;
      return boundFaults([
        ...faults,
        ...checkFacts(bundle, factTypes),
        ...(text === undefined ? [] : checkText(bundle, factTypes, text)),
      ]);
    },
  };
}

function idsOf(value: unknown, factTypes: readonly FactType[]): Map<string, Set<string>> {
  const bundle = (typeof value === 'object' && value !== null ? value : {}) as Bundle;
  return new Map(
    factTypes.map(({ name }) => {
      const entries: unknown = bundle[name];
      const ids = (Array.isArray(entries) ? entries : []).map((entry) => String(entry?.id));
      return [name, new Set(ids)];
    }),
  );
}

/** What no schema can say: unique ids, mentions that fit the text, and the rules of the fact type. */
function checkFacts(bundle: Bundle, factTypes: readonly FactType[]): Fault[] {
  const faults = checkNumber(bundle, factTypes);
  for (const factType of factTypes) {
    const seen = new Map<string, number>();
    entriesOf(bundle, factType).forEach((entry, index) => {
      const pointer = `/${factType.name}/${index}`;
      const first = seen.get(entry.id);
      if (first !== undefined)
        faults.push({
          pointer: `${pointer}/id`,
          detail: `stands at /${factType.name}/${first} too`,
        });
      seen.set(entry.id, index);
      for (const fault of checkMentions(entry, pointer, bundle.article.text.length))
        faults.push(fault);
      for (const fault of factType.findFaults?.(entry) ?? [])
        faults.push({ ...fault, pointer: pointer + fault.pointer });
    });
  }
  return faults;
}

/** Each fact, and each mention, has a place among those of the article. */
function checkNumber(bundle: Bundle, factTypes: readonly FactType[]): Fault[] {
  const entries = factTypes.flatMap((factType) => entriesOf(bundle, factType));
  const mentions = entries.reduce((sum, entry) => sum + entry.mentions.length, 0);
  return [['facts', entries.length] as const, ['mentions', mentions] as const].flatMap(
    ([what, count]) =>
      count <= mostPlaces
        ? []
        : [{ pointer: '', detail: `must have at most ${mostPlaces} ${what}; not ${count}` }],
  );
}

function checkMentions(entry: Entry, pointer: string, textLength: number): Fault[] {
  const faults: Fault[] = [];
  entry.mentions.forEach(({ start, end, exact }, index) => {
    const at = `${pointer}/mentions/${index}`;
    const length = codePoints(exact);
    if (end - start !== length)
      faults.push({
        pointer: at,
        detail: `exact has ${length} code points, start to end ${end - start}`,
      });
    if (end > textLength)
      faults.push({
        pointer: `${at}/end`,
        detail: `must be at most ${textLength}, where the text ends`,
      });
    if (length > longestPhrase && exact !== entry.text)
      faults.push({
        pointer: `${at}/exact`,
        detail: `must have at most ${longestPhrase} code points`,
      });
    const before = entry.mentions[index - 1];
    if (before !== undefined && before.start > start)
      faults.push({ pointer: at, detail: 'must follow the order of the text' });
  });
  return faults;
}

function checkText(bundle: Bundle, factTypes: readonly FactType[], text: string): Fault[] {
  const characters = codePointsOf(text);
  const { sha256, length } = fingerprint(characters);
  const stated = bundle.article.text;
  if (stated.sha256 !== sha256 || stated.length !== length)
    return [
      {
        pointer: '/article/text',
        detail: `is ${stated.sha256}, ${stated.length} code points; the text at hand is ${sha256}, ${length}`,
      },
    ];
  return factTypes.flatMap((factType) =>
    entriesOf(bundle, factType).flatMap(({ mentions }, index) => {
      const places = new Map(mentions.map((mention, place) => [mention, place]));
      return findMismatches(characters, mentions).map(({ mention, found }) => ({
        pointer: `/${factType.name}/${index}/mentions/${places.get(mention)}`,
        detail: `expected “${mention.exact}” at ${mention.start}–${mention.end}, found “${found}”`,
      }));
    }),
  );
}
