import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { orderParameters, sortKeys } from '../http/list-parameters.ts';
import { type ListQuery, readListRequest } from '../http/listing.ts';
import { type Pace, usualPace } from '../http/pace.ts';
import type { TakePlace } from '../http/places.ts';
import { file, problems } from '../http/responses.ts';
import { sendStream } from '../http/streaming.ts';
import { readAll } from '../store/read/read-all.ts';
import { selectMarkWithWords } from '../store/read/state.ts';
import type { Store } from '../store/store.ts';
import { capitalized } from './capitalized.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import type { Resource } from './resource.ts';
import { filterParameters, selectionOf } from './selection.ts';
import { formats } from './write-export.ts';

export const exportsTag = {
  name: 'Exports',
  description: 'Whole lists, and all there is, as files.',
};

/** What exports have in common. */
export interface Exporting {
  store: Store;
  takePlace: TakePlace;
  pace?: Pace | undefined;
}

/** GET /v1/exports/{resource}.csv, .ndjson and .xlsx: all that the list gives, in one answer. */
export function registerExports(
  app: FastifyInstance,
  resources: readonly Resource[],
  exporting: Exporting,
): void {
  for (const resource of resources)
    for (const format of formats) registerExport(app, resource, format, exporting);
}

function registerExport(
  app: FastifyInstance,
  resource: Resource,
  format: Format,
  { store, takePlace, pace = usualPace }: Exporting,
): void {
  const { name, schema, orders, csvColumns } = resource;
  const keys = Object.keys(orders);
  const parameters: Record<string, TSchema> = {
    ...filterParameters(resource),
    ...orderParameters(sortKeys(schema, keys), keys),
    ...(format === csv && { bom: Type.Optional(bomParameter()) }),
  };
  app.get<{ Querystring: ListQuery & { bom?: boolean } }>(
    `/v1/exports/${name}.${format.name}`,
    {
      schema: {
        operationId: `export${capitalized(name)}${capitalized(format.name)}`,
        tags: [exportsTag.name],
        summary: `Export ${name} as ${format.name.toUpperCase()}`,
        description: `All ${name} under these filters, ${format.each}.`,
        querystring: Type.Object(parameters, { additionalProperties: false }),
        response: {
          ...file(format.mediaType, `${format.name.toUpperCase()} file.`),
          ...problems('invalid-parameter'),
        },
      },
    },
    async (request, reply) => {
      const { bom = false, ...query } = request.query;
      const list = readListRequest(name, query, orders);
      const selection = selectionOf(resource, list);
      const identify = (mark: string) =>
        JSON.stringify([format.name, bom, Object.keys(csvColumns), list.list, mark]);
      const headers = {
        'content-type': format.contentType,
        'content-disposition': `attachment; filename="${fileName(name, list.filters)}.${format.name}"`,
      };
      const identity = identify(await store.read(selectMarkWithWords));
      const { isCompressed } = format;
      return sendStream(request, reply, { identity, headers, isCompressed, pace }, async () => {
        const leavePlace = takePlace();
        try {
          const snapshot = await store.takeSnapshot();
          return {
            identity: identify(await snapshot.read(selectMarkWithWords)),
            chunks: format.write({ name, csvColumns, bom }, readAll(snapshot, selection)),
            release: () => snapshot.close().finally(leavePlace),
          };
        } catch (error) {
          leavePlace();
          throw error;
        }
      });
    },
  );
}

function bomParameter(): TSchema {
  return Type.Boolean({
    description:
      'Begin with a byte order mark, by which Excel knows that the file is UTF-8; `false` unless given.',
    examples: [false],
  });
}

/** With the article, where there is one. */
function fileName(name: string, filters: readonly [string, readonly unknown[]][]): string {
  const articles = new Set(filters.flatMap(([filter, ids]) => (filter === 'article' ? ids : [])));
  return [name, ...(articles.size === 1 ? articles : [])].join('-');
}
