import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import compact from 'json-stringify-pretty-compact';
import { stringify } from 'yaml';
import { hoistCommon } from './hoisting.ts';
import { toOpenApi30 } from './openapi-3.0.ts';
import { omitRepeatedDescriptions } from './repeated-descriptions.ts';

export interface Tag {
  name: string;
  description: string;
}

const description = `Who said what, who took part in what, when, where and how much: each fact is anchored to the characters of the article that state it (\`mentions\`, in Unicode code points).

**Lists** take filters, \`sort\`, \`order\`, \`limit\` and \`cursor\`. A repeated parameter, or a comma list, means *or*; different parameters mean *and*. An unknown parameter is an error.

**Exports** give a whole list at once, as CSV or NDJSON. In a CSV, \`nameEn\` is the English text and \`nameOther\` the others, each behind its language; \`|\` stands between several values of a cell.

**Errors** are RFC 9457 problems; \`type\` is a page that says how to mend it.

**Caching**: every answer has a strong \`ETag\`; send it back as \`If-None-Match\` and get a 304 while nothing has changed.

**Clients** in any language can be generated from [openapi.json](/openapi.json), or from [openapi-3.0.json](/openapi-3.0.json) with generators that lag behind.`;

/** Collects the OpenAPI document from the routes; to be registered before them. */
export async function registerOpenApi(app: FastifyInstance, version: string, tags: Tag[]) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'article-facts',
        version,
        summary: 'What news articles say, as data.',
        description,
        contact: { name: 'The article-facts developers' },
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'This server' }],
      security: [],
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'For writing. Whoever runs the server gives out keys.',
          },
        },
      },
      tags,
    },
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) =>
        typeof schema.$id === 'string' ? schema.$id : `def-${index}`,
    },
  });
}

export interface OpenApiTexts {
  json: string;
  yaml: string;
  /** The same in OpenAPI 3.0. */
  json30: string;
}

/** What operations answer, by their id and the status. */
export type Answers = Record<string, Record<string, unknown>>;

/** The document as it is committed and served, byte for byte. */
export function openApiTexts(app: FastifyInstance, answers: Answers): OpenApiTexts {
  const described = withPlainReferences(app.swagger()) as Described;
  addAnswers(described, answers);
  omitRepeatedDescriptions(described.components.schemas);
  const document = hoistCommon(described) as Record<string, unknown>;
  return {
    json: toJson(document),
    yaml: stringify(document, { aliasDuplicateObjects: false, lineWidth: 100 }),
    json30: toJson(toOpenApi30(document)),
  };
}

/** In long lines, which load faster by a quarter; whoever reads it takes the YAML. */
function toJson(document: object): string {
  return `${compact(document, { indent: 1, maxLength: 4000 })}\n`;
}

interface Described {
  components: { schemas: Record<string, object> };
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        responses: Record<string, { content?: Record<string, { example?: unknown }> }>;
      }
    >
  >;
}

function addAnswers({ paths }: Described, answers: Answers): void {
  for (const { operationId, responses } of Object.values(paths).flatMap((it) => Object.values(it)))
    for (const [status, example] of Object.entries(answers[operationId] ?? {}))
      for (const media of Object.values(responses[status]?.content ?? {})) media.example = example;
}

/** `allOf` of one reference only carried a description to its parameter, which has it now. */
function withPlainReferences(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withPlainReferences);
  if (typeof node !== 'object' || node === null) return node;
  if ('allOf' in node && Array.isArray(node.allOf) && node.allOf.length === 1) return node.allOf[0];
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, withPlainReferences(child)]),
  );
}
