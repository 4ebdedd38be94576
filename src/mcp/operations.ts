import type { FastifyInstance } from 'fastify';
import type { TObject, TSchema } from 'typebox';

/** A route, as it is declared. */
export interface Operation {
  method: string;
  /** With parameters as the framework has them: `/v1/actors/:actor`. */
  url: string;
  params?: TObject;
  querystring?: TObject;
  body?: TSchema;
}

/** Routes by their operationId. */
export type Operations = ReadonlyMap<string, Operation>;

/** Collects the routes that are added from now on, as they are declared. */
export function collectOperations(app: FastifyInstance): Operations {
  const operations = new Map<string, Operation>();
  app.addHook('onRoute', ({ method, url, schema }) => {
    // Of a GET, the framework makes a HEAD with the same schema.
    if (schema?.operationId === undefined || method === 'HEAD') return;
    const { params, querystring, body } = schema as Omit<Operation, 'method' | 'url'>;
    operations.set(schema.operationId, {
      method: String(method),
      url,
      ...(params && { params }),
      ...(querystring && { querystring }),
      ...(body && { body }),
    });
  });
  return operations;
}

export function operationOf(operations: Operations, id: string): Operation {
  const operation = operations.get(id);
  if (operation === undefined) throw new Error(`there is no operation ${id}`);
  return operation;
}
