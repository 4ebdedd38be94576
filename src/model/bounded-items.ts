import { _, type CodeKeywordDefinition, type ErrorObject, Name } from 'ajv/dist/2020.js';
import { mostCounted, mostNamed } from './fault.ts';

/** The keyword of an error that stands for those that aren't named. */
export const unnamedErrors = 'unnamed';

/**
 * `items`, in place of Ajv's own. Where all errors are asked for, Ajv copies those that it has for each
 * item that has more, so that its work grows with the square of the items. Here the first errors are
 * kept, of the others it is known how many they are, and with very many, no further items are looked at.
 * @param tells whether people are told of an error
 */
export function boundedItems(tells: (error: ErrorObject) => boolean): CodeKeywordDefinition {
  return {
    keyword: 'items',
    type: 'array',
    schemaType: ['object', 'boolean'],
    before: 'uniqueItems',
    code(cxt) {
      const { gen, data, it } = cxt;
      it.items = true;
      const bound = gen.scopeValue('func', { ref: boundErrors });
      const [errors, vErrors] = [new Name('errors'), new Name('vErrors')];
      const before = gen.const('before', errors);
      const valid = gen.name('valid');
      const length = gen.const('len', _`${data}.length`);
      gen.forRange('i', 0, length, (i) => {
        cxt.subschema({ keyword: 'items', dataProp: i, dataPropType: 0 }, valid);
        gen.if(_`${errors} - ${before} > ${2 * mostNamed}`, () => {
          gen.assign(errors, _`${bound}(${vErrors}, ${before})`);
          gen.if(_`${vErrors}[${errors} - 1].params.count > ${mostCounted}`, () => gen.break());
        });
      });
    },
  };

  /** @returns how many errors are left */
  function boundErrors(errors: ErrorObject[], from: number): number {
    const named: ErrorObject[] = [];
    let count = 0;
    for (const error of errors.splice(from))
      if (error.keyword === unnamedErrors) count += error.params.count;
      else if (!tells(error)) continue;
      else if (named.length < mostNamed) named.push(error);
      else count++;
    if (count > mostCounted) count = Number.POSITIVE_INFINITY;
    const unnamed = { keyword: unnamedErrors, instancePath: '', schemaPath: '', params: { count } };
    return errors.push(...named, unnamed);
  }
}
