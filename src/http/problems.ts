import { type Static, Type } from 'typebox';
import { boundFaults, type Fault, inWords, mostNamed, shortened } from '../model/fault.ts';
import { nullableString, object, oneOf, ref } from '../model/schema.ts';

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

interface Kind {
  status: number;
  title: string;
  /** What whoever meets it should do. */
  remedy: string;
}

/** Every error there is, by its slug; the slugs are stable. */
export const kinds = {
  'invalid-parameter': {
    status: 400,
    title: 'Invalid parameter',
    remedy:
      'Each entry of errors names a parameter, what is wrong with it and what is expected. An unknown parameter is refused rather than ignored, so that a typing error can’t pass for an answer. The parameters of every operation are in /docs.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'Invalid cursor',
    remedy:
      'Pass page.next of the previous answer back unaltered, as cursor, to the same server, with the same filters, sort and order. To begin anew, leave cursor out.',
  },
  'cursor-gone': {
    status: 410,
    title: 'Cursor gone',
    remedy:
      'An older copy of the database was put back: what came after it when the cursor was given is gone, whatever has come since. Begin again without cursor. So does a mirror: empty it, and read /v1/changes from the start.',
  },
  'invalid-body': {
    status: 400,
    title: 'Invalid body',
    remedy:
      'Each entry of errors says what is wrong in the body and where: name is a JSON pointer (RFC 6901), empty for the body as a whole. The body is JSON in UTF-8, at most 32 levels deep, with at most 1,000 fields an object; no field that isn’t documented or stands twice, no NUL, no half surrogate pair, no number that a double doesn’t have exactly.',
  },
  'malformed-request': {
    status: 400,
    title: 'Malformed request',
    remedy:
      'The request is not HTTP as it should be: a broken percent-encoding in the URL, no path, no Host header or several, a broken body, a version other than HTTP/1.1 and 1.0. Check what your client sends.',
  },
  unauthorized: {
    status: 401,
    title: 'Unauthorized',
    remedy:
      'Writing takes a key: send it as Authorization: Bearer KEY. Whoever runs the server makes one with `npx article-facts key NAME` and adds its line to API_KEYS.',
  },
  'read-only': {
    status: 403,
    title: 'Read-only',
    remedy:
      'Nothing can be written here: no keys are configured (API_KEYS), or the database can’t be written. /health/ready says whether it is the database.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Foreign origin',
    remedy:
      'A page of another site, or a program by another name than this server’s, has asked /mcp. If it is the right one, whoever runs the server sets PUBLIC_URL to the address that is used. Programs that are no pages send no Origin.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    remedy:
      'Check the path and the id. Ids are case-sensitive and never change; lists give those there are. All paths are in /docs.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    remedy: 'The Allow header of the answer lists the methods that this path has.',
  },
  conflict: {
    status: 409,
    title: 'Conflict',
    remedy:
      'The bundle contradicts another article: an actor or place of both has another kind or Wikidata item there, or a fact’s id is taken. Each entry of errors has both values. Choose another id, or put the other article right first.',
  },
  'precondition-failed': {
    status: 412,
    title: 'Precondition failed',
    remedy:
      'Somebody has changed it since you read it (If-Match), or it is there already (If-None-Match: *). Get the bundle again, work your changes in, and put it with the new ETag.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    remedy:
      'Too many wrong keys, or requests, came from your address. Wait as many seconds as Retry-After says.',
  },
  'insufficient-storage': {
    status: 507,
    title: 'Insufficient storage',
    remedy:
      'The disk of the server is full; nothing was changed. Reading goes on. Try again when there is room.',
  },
  'request-timeout': {
    status: 408,
    title: 'Request timeout',
    remedy: 'The request came too slowly. Send it again in one go.',
  },
  'body-too-large': {
    status: 413,
    title: 'Body too large',
    remedy: 'Send less at once; the detail says how many bytes are taken.',
  },
  'url-too-long': {
    status: 414,
    title: 'URL too long',
    remedy: 'Ask for fewer values at once. An id has at most 96 characters.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    remedy: 'Send application/json, uncompressed, in UTF-8.',
  },
  'expectation-failed': {
    status: 417,
    title: 'Expectation failed',
    remedy: 'Send no Expect header, or 100-continue.',
  },
  'headers-too-large': {
    status: 431,
    title: 'Request header fields too large',
    remedy: 'Send fewer or shorter headers; URL and headers together have 16 KB.',
  },
  'internal-error': {
    status: 500,
    title: 'Internal error',
    remedy:
      'The fault is ours. Report it with the instance of the answer: the log has the reason under that id.',
  },
  unavailable: {
    status: 503,
    title: 'Service unavailable',
    remedy: 'The server can’t answer just now. Try again after the seconds in Retry-After.',
  },
} as const satisfies Record<string, Kind>;

export type Slug = keyof typeof kinds;

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

/**
 * With the first hundred of the faults.
 * @param unnamed how many there are beside these
 */
export const invalidParameters = (errors: readonly ErrorDetail[], unnamed = 0) => {
  const total = errors.length + unnamed;
  return new ProblemError(
    'invalid-parameter',
    summarize(errors, total, (name) => name),
    errors.slice(0, mostNamed),
  );
};

/** With the first hundred of the faults. */
export const invalidBody = (faults: readonly Fault[]) => {
  const bounded = boundFaults(faults);
  const named = bounded.filter(({ unnamed }) => unnamed === undefined);
  const errors = named.map(
    ({ pointer, detail }): ErrorDetail => ({
      in: 'body',
      name: shortened(pointer).toWellFormed(),
      detail,
    }),
  );
  const total = bounded.reduce((sum, { unnamed = 1 }) => sum + unnamed, 0);
  const all = summarize(errors, total, (pointer) => pointer || 'The body');
  return new ProblemError('invalid-body', all.endsWith('?') ? all : `${all}.`, errors);
};

/** A hundred names would be no sentence any more. */
function summarize(
  errors: readonly ErrorDetail[],
  total: number,
  nameOf: (name: string) => string,
): string {
  const first = errors.slice(0, 3).map(({ name, detail }) => `${nameOf(name)} ${detail}`);
  const more = total - first.length;
  return `${first.join('; ')}${more > 0 ? `; and ${inWords(more)} more` : ''}`;
}

/** The rest of the body isn't read, so nothing else can be asked on that connection. */
export const bodyTooLarge = (limit: number) =>
  new ProblemError('body-too-large', `The body is larger than ${limit} bytes.`, [], {
    connection: 'close',
  });

export const unsupportedBody = (header: string, detail: string) =>
  new ProblemError('unsupported-media-type', `${header} ${detail}.`, [
    { in: 'header', name: header, detail },
  ]);

export const invalidCursor = (detail: string) =>
  new ProblemError('invalid-cursor', `cursor ${detail}`, [{ in: 'query', name: 'cursor', detail }]);

export const cursorGone = () => {
  const detail = 'is of a state that a restore of the database has undone: begin again without it';
  return new ProblemError('cursor-gone', `cursor ${detail}`, [
    { in: 'query', name: 'cursor', detail },
  ]);
};

export const seeList = (path: string) => `${path} lists those there are.`;

/** @param meant which one was, or how to look it up */
export const noSuchItem = (singular: string, id: string, meant: string) =>
  new ProblemError(
    'not-found',
    `There is no ${singular} with the id ${JSON.stringify(id)}; ${meant}`,
  );

/** @param meant the path that was, where that is known */
export const noSuchPath = (url: string, meant: string | null = null) =>
  new ProblemError(
    'not-found',
    `There is nothing at ${url.split('?', 1)[0]?.slice(0, 200)}; ${meant === null ? '' : `did you mean ${meant}? `}/docs shows every path.`,
  );

export const methodNotAllowed = (method: string, allow: string) =>
  new ProblemError('method-not-allowed', `${method} is not allowed here, only ${allow}.`, [], {
    allow,
  });

/** Nobody knows where the next request on that connection would begin. */
export const malformed = (detail: string, header?: string, expected = '') =>
  new ProblemError(
    'malformed-request',
    detail,
    header === undefined ? [] : [{ in: 'header', name: header, detail: expected }],
    { connection: 'close' },
  );

export const unknownExpectation = () =>
  new ProblemError('expectation-failed', 'Only Expect: 100-continue is understood.');

export const internalError = () =>
  new ProblemError('internal-error', 'Something went wrong on the server; the log has the reason.');

export const unavailable = (detail: string) =>
  new ProblemError('unavailable', detail, [], { 'retry-after': '5' });

/** A bundle contradicts what is stored. */
export const conflict = (faults: readonly Fault[]) => {
  const { message, errors } = invalidBody(faults);
  return new ProblemError('conflict', message, errors);
};

export const wrongKey = (detail: string) =>
  new ProblemError('unauthorized', detail, [], { 'www-authenticate': 'Bearer' });

export const tooManyWrongKeys = (seconds: number) =>
  new ProblemError('too-many-requests', 'Too many wrong keys came from this address.', [], {
    'retry-after': String(Math.max(1, seconds)),
  });

export const tooManyRequests = (seconds: number) =>
  new ProblemError('too-many-requests', 'Too many requests came from this address.', [], {
    'retry-after': String(seconds),
  });

export const noKeys = () =>
  new ProblemError('read-only', 'This server is read-only: no API keys are configured.');

export const foreignOrigin = (header: string, given: string) => {
  const detail = `is ${JSON.stringify(given.slice(0, 200))}, which is neither this machine nor the address in PUBLIC_URL`;
  return new ProblemError('foreign-origin', `${header} ${detail}.`, [
    { in: 'header', name: header, detail },
  ]);
};

export const readOnly = () =>
  new ProblemError('read-only', 'This server is read-only: its database can’t be written.');

export const preconditionFailed = (header: string, etag: string | null, asked: string) => {
  const detail =
    etag === null
      ? `is ${asked.slice(0, 200)}, but nothing is stored there`
      : `is ${asked.slice(0, 200)}, but what is stored has the ETag ${etag}`;
  return new ProblemError('precondition-failed', `${header} ${detail}.`, [
    { in: 'header', name: header, detail },
  ]);
};

export const busy = () =>
  new ProblemError('unavailable', 'Another process is writing to the database.', [], {
    'retry-after': '1',
  });

export const diskFull = () =>
  new ProblemError('insufficient-storage', 'There is no room left to write.');
