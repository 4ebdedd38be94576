import type { FastifyInstance } from 'fastify';
import { stringify } from 'yaml';
import type { Slug } from '../src/http/problem-kinds.ts';
import { problemMediaType } from '../src/http/responses.ts';
import { nameEnumMembers } from './enum-names.ts';
import { hoistCommon } from './hoisting.ts';
import { nameIds } from './ids.ts';
import { toOpenApi30 } from './openapi-3.0.ts';
import { type Parameter, prefillFew } from './prefill.ts';
import { problemExample } from './problem-examples.ts';
import { omitRepeatedDescriptions } from './repeated-descriptions.ts';

export interface OpenApiTexts {
  json: string;
  yaml: string;
  /** The same in OpenAPI 3.0. */
  json30: string;
}

/** What operations answer, by their id and the status. */
export type Answers = Record<string, Record<string, unknown>>;

/** The document as it is committed, byte for byte. */
export function openApiTexts(app: FastifyInstance, answers: Answers): OpenApiTexts {
  const described = withPlainReferences(app.swagger()) as Described;
  addProblems(described);
  addAnswers(described, answers);
  omitNotRequired(described);
  omitRepeatedDescriptions(described.components.schemas);
  nameEnumMembers(described.components.schemas);
  addNotModified(described);
  const named = nameIds(described);
  prefillFew(operationsOf(named));
  const document = hoistCommon(named) as Record<string, unknown>;
  return {
    json: toJson(document),
    yaml: stringify(document, { aliasDuplicateObjects: false, lineWidth: 100 }),
    json30: toJson(toOpenApi30(document)),
  };
}

/** A line for each operation and component: without blanks, a tenth is saved; whoever reads it takes the YAML. */
function toJson(document: object): string {
  return `${toLines(document, 3)}\n`;
}

function toLines(node: unknown, levels: number): string {
  if (levels === 0 || typeof node !== 'object' || node === null || Array.isArray(node))
    return JSON.stringify(node);
  const fields = Object.entries(node).map(
    ([name, value]) => `${JSON.stringify(name)}:${toLines(value, levels - 1)}`,
  );
  return `{\n${fields.join(',\n')}\n}`;
}

interface Described {
  components: { schemas: Record<string, object> };
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        parameters?: Parameter[];
        responses: Record<string, Response>;
      }
    >
  >;
}

interface Response {
  description: string;
  headers?: Record<string, object>;
  content?: Record<string, Media>;
}

interface Media {
  example?: unknown;
  examples?: Record<string, object>;
}

function operationsOf({ paths }: Described) {
  return Object.values(paths).flatMap((methods) => Object.values(methods));
}

/** Routes name the errors that they answer by their slugs; here is added how each looks. */
function addProblems(described: Described): void {
  for (const { responses } of operationsOf(described))
    for (const { content = {} } of Object.values(responses)) {
      const media = content[problemMediaType];
      const [slug] = Object.keys(media?.examples ?? {});
      if (media === undefined || slug === undefined) continue;
      delete media.examples;
      media.example = problemExample(slug as Slug);
    }
}

function addAnswers(described: Described, answers: Answers): void {
  for (const { operationId, responses } of operationsOf(described))
    for (const [status, example] of Object.entries(answers[operationId] ?? {}))
      for (const media of Object.values(responses[status]?.content ?? {})) media.example = example;
}

/** What is asked for again, with the ETag that it had. It has no body, so that no client can take it for one. */
function addNotModified({ paths }: Described): void {
  for (const { get } of Object.values(paths)) {
    const ETag = get?.responses[200]?.headers?.ETag;
    if (get && ETag) get.responses[304] = { description: 'Not modified.', headers: { ETag } };
  }
}

/** A parameter that need not be given is one that doesn’t say it must. */
function omitNotRequired(described: Described): void {
  for (const { parameters = [] } of operationsOf(described))
    for (const parameter of parameters) if (parameter.required === false) delete parameter.required;
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
