import type { IncomingMessage } from 'node:http';
import accepts from 'accepts';

/** Whether the client would rather have a page than JSON, as browsers would. */
export function prefersHtml(request: IncomingMessage): boolean {
  return accepts(request).type(['json', 'html']) === 'html';
}
