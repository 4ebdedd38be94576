import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientHas } from './etags.ts';
import type { Answer } from './kept-answers.ts';

/** Past the framework's own sending, which would do all the work again. */
export function sendKept(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  const { etag, headers, ofAnyStatus, body } = answer;
  if (clientHas(request.headers, etag))
    response.writeHead(304, headers.slice(0, ofAnyStatus)).end();
  else if (request.method === 'HEAD') response.writeHead(200, headers).end();
  else response.writeHead(200, headers).end(body, 'latin1');
}
