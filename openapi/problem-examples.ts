import type { ProblemError } from '../src/http/problem.ts';
import type { Slug } from '../src/http/problem-kinds.ts';
import {
  bodyTooLarge,
  conflict,
  cursorGone,
  diskFull,
  internalError,
  invalidBody,
  invalidParameters,
  noKeys,
  noSuchItem,
  preconditionFailed,
  seeList,
  tooManyWrongKeys,
  unavailable,
  unsupportedBody,
  wrongKey,
} from '../src/http/problems.ts';

/** The errors that operations declare, each as it may come; tests bring them about. */
export const problemExamples = {
  'invalid-parameter': invalidParameters([
    { in: 'query', name: 'speker', detail: 'is not a parameter here; did you mean speaker?' },
  ]),
  'invalid-body': invalidBody([
    { pointer: '/article/languge', detail: 'is not a field here; did you mean language?' },
  ]),
  unauthorized: wrongKey('A key is needed: send Authorization: Bearer KEY.'),
  'read-only': noKeys(),
  'not-found': noSuchItem('quote', 'nobody', seeList('/v1/quotes')),
  'cursor-gone': cursorGone(),
  conflict: conflict([
    {
      pointer: '/actors/0/kind',
      detail: 'is organization, but the article putin-china-visit-2024 has country for china',
    },
  ]),
  'precondition-failed': preconditionFailed('If-Match', null, '"0"'),
  'body-too-large': bodyTooLarge(1024 * 1024),
  'unsupported-media-type': unsupportedBody('Content-Type', 'must be application/json'),
  'too-many-requests': tooManyWrongKeys(60),
  'internal-error': internalError(),
  unavailable: unavailable('The server has more to do than it can.'),
  'insufficient-storage': diskFull(),
} satisfies Partial<Record<Slug, ProblemError>>;

export type ExampleSlug = keyof typeof problemExamples;

/**
 * The error as a client gets it.
 * @throws Error where an operation declares one that has no example yet
 */
export function problemExample(slug: Slug): object {
  const examples: Partial<Record<Slug, ProblemError>> = problemExamples;
  const example = examples[slug];
  if (example === undefined)
    throw new Error(
      `An operation declares ${slug}: give an example in openapi/problem-examples.ts`,
    );
  return example.toProblem('b4f5d8f0-2f0c-4b3e-9d0a-6f1c2f7e9a35');
}
