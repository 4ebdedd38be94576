import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientHas } from './etags.ts';
import type { Answer } from './kept-answers.ts';

/** So short a body is sent in one piece with its headers; a longer one would be copied for longer than that saves. */
const mostTogether = 4096;

/** Past the framework's own sending, which would do all the work again. */
export function sendKept(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  const { etag, headers, ofAnyStatus, body } = answer;
  if (clientHas(request.headers, etag))
    response.writeHead(304, headers.slice(0, ofAnyStatus)).end();
  else if (request.method === 'HEAD') response.writeHead(200, headers).end();
  else if (body.length > mostTogether) response.writeHead(200, headers).end(body);
  // A character for each byte: Node sends a text behind the headers, and bytes by themselves.
  else response.writeHead(200, headers).end(body.toString('latin1'), 'latin1');
}
