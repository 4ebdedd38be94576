import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { usualPace } from '../http/pace.ts';
import { file, problems } from '../http/responses.ts';
import { sendStream } from '../http/streaming.ts';
import { type Exporting, exportsTag } from '../resource/export-routes.ts';
import { selectMarked } from '../store/read/state.ts';
import { keepFile } from './kept-file.ts';
import { schemaVersion } from './schema.ts';
import { writeTablesBeside } from './write-beside.ts';

const mediaType = 'application/vnd.sqlite3';
const name = 'article-facts.sqlite';

/** GET /v1/exports/article-facts.sqlite: all there is, as a file of plain tables. */
export function registerSqliteExport(
  app: FastifyInstance,
  { store, takePlace, pace = usualPace }: Exporting,
): void {
  const kept = keepFile((path, signal, opened) => writeTablesBeside(store, path, signal, opened));
  app.addHook('onClose', () => kept.close());
  app.get(
    `/v1/exports/${name}`,
    {
      schema: {
        operationId: 'exportSqlite',
        tags: [exportsTag.name],
        summary: 'Export everything as a SQLite database',
        description: 'Everything, as plain tables for SQL; `_columns` tells what each column is.',
        querystring: Type.Object({}, { additionalProperties: false }),
        response: {
          ...file(mediaType, 'SQLite file.'),
          ...problems('invalid-parameter', 'insufficient-storage'),
        },
      },
    },
    async (request, reply) => {
      const identify = (mark: string) => JSON.stringify([name, schemaVersion, mark]);
      const { mark } = await store.read(selectMarked);
      const options = {
        identity: identify(mark),
        headers: {
          'content-type': mediaType,
          'content-disposition': `attachment; filename="${name}"`,
        },
        isCompressed: false,
        pace,
      };
      return sendStream(request, reply, options, async () => {
        const leavePlace = takePlace();
        try {
          const { mark: made, file, leave } = await kept.take(mark);
          return {
            identity: identify(made),
            length: file.size,
            chunks: file.read(),
            async release() {
              leave();
              leavePlace();
            },
          };
        } catch (error) {
          leavePlace();
          throw error;
        }
      });
    },
  );
}
