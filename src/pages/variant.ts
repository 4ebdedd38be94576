import type { IncomingMessage } from 'node:http';
import { preferredLanguage } from './language.ts';

/**
 * All that the page of a request depends on beside its address: the language, and what the server is called.
 * Null of what is no page of facts.
 * @param lists that have pages
 */
export function variantOf(lists: readonly string[]) {
  const paths = new Set([...lists, 'search']);
  return (request: IncomingMessage): string | null => {
    const { headers, url = '' } = request;
    const [, first = ''] = url.split(/[/?]/, 2);
    if (!paths.has(first)) return null;
    const called = [headers.host, headers['x-forwarded-host'], headers['x-forwarded-proto']];
    return `${preferredLanguage(request)} ${JSON.stringify(called)} `;
  };
}
