import { type Static, Type } from 'typebox';
import { nullableString, object, oneOf, ref } from '../model/schema.ts';
import { kinds, type Slug } from './problem-kinds.ts';

const ErrorLocation = oneOf('ErrorLocation', 'The part of the request that is at fault.', [
  'path',
  'query',
  'header',
  'body',
]);

const ErrorDetail = object('ErrorDetail', 'One fault of a request.', {
  in: ref(ErrorLocation),
  name: Type.String({ description: 'Name of the parameter or header; JSON pointer in a body.' }),
  detail: Type.String({ description: 'What is wrong, and what is expected.' }),
});
export type ErrorDetail = Static<typeof ErrorDetail>;

/** RFC 9457, with every single fault in `errors`. */
export const Problem = object('Problem', 'An error (RFC 9457).', {
  type: Type.String({
    format: 'uri-reference',
    description: 'Path of a page that says what the error means and how to mend it.',
  }),
  title: Type.String({ description: 'The kind of error; always the same for one `type`.' }),
  status: Type.Integer({
    minimum: 400,
    maximum: 599,
    format: 'int32',
    description: 'HTTP status.',
  }),
  detail: Type.String({ description: 'What went wrong this time.' }),
  instance: nullableString({
    format: 'uri-reference',
    description: 'Id of the request, as the server’s log has it (a URN).',
  }),
  errors: Type.Array(ref(ErrorDetail), {
    description: 'Every fault, where there are several or a place.',
  }),
});
export type Problem = Static<typeof Problem>;

/** Thrown anywhere in a request, it becomes the answer. */
export class ProblemError extends Error {
  readonly slug: Slug;
  /** As Fastify reads, and sometimes writes it. */
  statusCode: number;
  readonly errors: readonly ErrorDetail[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    slug: Slug,
    detail: string,
    errors: readonly ErrorDetail[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.slug = slug;
    this.statusCode = kinds[slug].status;
    this.errors = errors;
    this.headers = headers;
  }

  toProblem(requestId: string | null): Problem {
    const { status, title } = kinds[this.slug];
    return {
      type: `/problems/${this.slug}`,
      title,
      status,
      detail: this.message,
      instance: requestId === null ? null : `urn:uuid:${requestId}`,
      errors: [...this.errors],
    };
  }
}
