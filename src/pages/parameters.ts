import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { RawQuery } from '../http/query.ts';
import { type UiLanguage, uiLanguages } from './catalogue.ts';

/** What each page may be asked for. */
export interface UiQuery {
  ui?: UiLanguage;
}

/**
 * What a route of a page has in Fastify: its parameters, of which an empty one says nothing, as a form sends
 * each of its fields.
 */
export function pageRoute(app: FastifyInstance, parameters: Record<string, TSchema> = {}) {
  const read = app.validatorCompiler;
  if (read === undefined) throw new Error('nothing reads parameters yet');
  const ui = Type.Optional(Type.Unsafe<UiLanguage>({ type: 'string', enum: [...uiLanguages] }));
  return {
    schema: {
      hide: true,
      querystring: Type.Object({ ...parameters, ui }, { additionalProperties: false }),
    },
    validatorCompiler: ((route) => {
      const readAll = read(route);
      if (route.httpPart !== 'querystring') return readAll;
      return (raw: RawQuery) => readAll(withoutEmpty(raw));
    }) as typeof read,
  };
}

function withoutEmpty(raw: RawQuery): RawQuery {
  const query: RawQuery = Object.create(null);
  for (const [name, values] of Object.entries(raw)) {
    const given = values.filter((value) => value !== '');
    if (given.length > 0) query[name] = given;
  }
  return query;
}
