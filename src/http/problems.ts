import { boundFaults, type Fault, inWords, mostNamed, shortened } from '../model/fault.ts';
import { type ErrorDetail, ProblemError } from './problem.ts';

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

export const unusable = () =>
  unavailable('The database can’t be used as it is; /health/ready has the log say why.');

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
