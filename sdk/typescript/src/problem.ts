import type { Problem, Slug } from './api.ts';

/** Thrown wherever the server answers with an error (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  /** Address of a page that says how to mend it, relative to the server; `about:blank` where something before it answered. */
  readonly type: string;
  /** The end of `type`: what to compare with. */
  readonly slug: Slug | null;
  readonly status: number;
  readonly title: string;
  /** What went wrong this time. */
  readonly detail: string;
  /** Each fault: which parameter, header, or place in the body (a JSON pointer). */
  readonly errors: Problem['errors'];
  /** As the server’s log has it. */
  readonly requestId: string | null;
  readonly headers: Headers;

  constructor(problem: Problem, headers: Headers) {
    super(`${problem.status} ${problem.title}: ${problem.detail}`);
    this.type = problem.type;
    this.slug = problem.type.startsWith('about:')
      ? null
      : (problem.type.slice(problem.type.lastIndexOf('/') + 1) as Slug);
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = problem.errors;
    this.requestId = problem.instance?.replace(/^urn:uuid:/, '') ?? null;
    this.headers = headers;
  }
}

export async function toProblemError(response: Response): Promise<ProblemError> {
  const { status, statusText: title, headers } = response;
  const text = await response.text();
  const problem: Problem = headers.get('content-type')?.startsWith('application/problem+json')
    ? JSON.parse(text)
    : {
        type: 'about:blank',
        title,
        status,
        detail: text.slice(0, 500),
        instance: null,
        errors: [],
      };
  return new ProblemError(problem, headers);
}
