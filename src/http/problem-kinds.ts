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
