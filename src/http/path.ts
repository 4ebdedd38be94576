import type { ValidateFunction } from 'ajv';
import { describe } from '../model/validation.ts';
import { invalidParameters } from './problems.ts';

type Path = Readonly<Record<string, string>>;

/** They write under the id of the path. */
const writing = new Set(['PUT', 'DELETE', 'PATCH']);

/**
 * Checks the parameters of a path. What is read under an id that no fact can have is simply not found; only what is
 * no text at all is refused. What is written is refused under such an id before anything else is made of the
 * request, its preconditions among it: these are about what is stored under an id.
 * @param method of the route
 * @param compile gives what checks them by their schema
 */
export function pathChecker(method: string, compile: () => ValidateFunction) {
  return (path: Path) => {
    const errors = Object.entries(path)
      .filter(([, value]) => value.includes('\0'))
      .map(([name]) => ({ in: 'path' as const, name, detail: 'must not contain NUL' }));
    const validate = writing.has(method) && errors.length === 0 ? compile() : null;
    if (validate?.(path) === false)
      for (const error of validate.errors ?? []) {
        const name = error.instancePath.split('/')[1] ?? '';
        errors.push({ in: 'path', name, detail: describe(error) });
      }
    return errors.length === 0 ? { value: path } : { error: invalidParameters(errors) };
  };
}
