import type { FastifyInstance } from 'fastify';
import type { TObject, TSchema } from 'typebox';

/** A route, as it is declared. */
export interface Operation {
  method: 'GET' | 'POST';
  /** With parameters as the framework has them: `/v1/actors/:actor`. */
  url: string;
  params?: TObject;
  querystring?: TObject;
  body?: TSchema;
}

/** Routes by their operationId. */
export type Operations = ReadonlyMap<string, Operation>;

/** Collects the routes that are added from now on and only read, as they are declared. */
export function collectOperations(app: FastifyInstance): Operations {
  const operations = new Map<string, Operation>();
  app.addHook('onRoute', ({ method, url, schema }) => {
    // What is posted is only read; writing is PUT and DELETE.
    const name = (['GET', 'POST'] as const).find((it) => it === method);
    if (schema?.operationId === undefined || name === undefined) return;
    const { params, querystring, body } = schema as Omit<Operation, 'method' | 'url'>;
    operations.set(schema.operationId, {
      method: name,
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
