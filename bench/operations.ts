import type { FastifyInstance } from 'fastify';
import { examplesOf } from '../tests/support/openapi.ts';

export interface Parameter {
  name: string;
  in: string;
  required: boolean;
  /** Whether it takes several values. */
  isList: boolean;
  /** Of one value. */
  schema: Schema;
  /** Values that find something in the seed. */
  examples: string[];
}

export interface Operation {
  path: string;
  parameters: Parameter[];
}

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  examples?: unknown[];
  items?: Schema;
  allOf?: Schema[];
}

interface Declared extends Pick<Parameter, 'name' | 'in'> {
  required?: boolean;
  example?: unknown;
  schema: Schema;
}

/** What can be read by GET, as the document has it; for an app whose routes are described. */
export function readOperations(app: FastifyInstance): Operation[] {
  const { paths, components } = app.swagger() as {
    paths: Record<string, { get?: { parameters?: Declared[] } }>;
    components?: { schemas?: Record<string, Schema> };
  };
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get === undefined ? [] : [{ path, parameters: (get.parameters ?? []).map(read) }],
  );

  function read(declared: Declared): Parameter {
    const { name, in: place, required = false, schema } = declared;
    const all = resolve(schema);
    return {
      name,
      in: place,
      required,
      isList: all.type === 'array',
      schema: resolve(all.items ?? all),
      examples: examplesOf({ ...declared, schema: all }).map(String),
    };
  }

  function resolve(schema: Schema): Schema {
    const [one = schema] = schema.allOf ?? [];
    const name = one.$ref?.split('/').at(-1);
    return name === undefined ? one : (components?.schemas?.[name] ?? one);
  }
}
