import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { changesTag } from '../src/changes/changes.ts';
import { packageVersion } from '../src/package.ts';
import { capitalized } from '../src/resource/capitalized.ts';
import { exportsTag } from '../src/resource/export-routes.ts';
import { resources } from '../src/resources.ts';
import { searchTag } from '../src/search/search.ts';
import { timelineTag } from '../src/timeline/routes.ts';

const description = `Who said what, who took part in what, when, where and how much: each fact is anchored to the characters of the article that state it (\`mentions\`, in Unicode code points).

**Lists** take filters, \`sort\`, \`order\`, \`limit\` and \`cursor\`. A repeated parameter, or a comma list, means *or*; different parameters mean *and*; each \`not\` leaves out what a filter would find, no more. Ties of an order are broken by id; \`position\` has the articles as they came first. An unknown parameter is an error.

**Exports** give a whole list at once, as CSV, NDJSON or XLSX, or everything as a SQLite database. In a CSV, \`name\` is the English text or, where there is none, that of the article’s language, and \`nameOther\` the others; \`|\` stands between several values of a cell.

**Errors** are RFC 9457 problems; \`type\` is a page that says how to mend it. Any request may get 414 or 431 (too long), or 429 where reading is limited.

**Caching**: every answer has a strong \`ETag\`; send it back as \`If-None-Match\` and get a 304 without a body while nothing has changed.

**Clients** can be generated from [openapi.json](/openapi.json), or, where generators lag behind, from [openapi-3.0.json](/openapi-3.0.json).`;

/** Has the server tell with `app.swagger()` what its routes declare; to be called before there are any. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'article-facts',
        version: packageVersion(),
        summary: 'What news articles say, as data.',
        description,
        contact: { name: 'The article-facts developers' },
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [
        {
          url: '{scheme}://{host}',
          description: 'This server, wherever it runs',
          variables: {
            scheme: { default: 'http', enum: ['http', 'https'] },
            host: { default: '127.0.0.1:3000', description: 'Its name or address, and its port.' },
          },
        },
      ],
      security: [],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'For writing. Whoever runs the server gives out keys.',
          },
        },
      },
      tags: [
        searchTag,
        ...resources.map(({ name, description }) => ({
          name: capitalized(name),
          // The operation that lists them has all of it.
          description: description.replace(/[:.] .*/, '.'),
        })),
        timelineTag,
        changesTag,
        exportsTag,
      ],
    },
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) =>
        typeof schema.$id === 'string' ? schema.$id : `def-${index}`,
    },
  });
}
