import type { IncomingMessage } from 'node:http';
import type { ProblemError } from './problem.ts';
import { malformed } from './problems.ts';

/** What Node's parser lets pass, though it is no request of HTTP/1.1 or 1.0 (RFC 9112); null where it is one. */
export function findMalformation(request: IncomingMessage): ProblemError | null {
  const { httpVersion, url = '', method } = request;
  if (httpVersion !== '1.1' && httpVersion !== '1.0')
    return malformed(`HTTP/${httpVersion} is not spoken here, only HTTP/1.1 and HTTP/1.0.`);
  if (!url.startsWith('/') && !/^https?:\/\//i.test(url) && method !== 'OPTIONS')
    return malformed('The request has no path: it must begin with a slash.');
  const [host, ...others] = hostsOf(request);
  if (others.length > 0)
    return malformed('The request has several Host headers.', 'Host', 'must be given once');
  if (host === undefined)
    return httpVersion === '1.0'
      ? null
      : malformed('The request has no Host header.', 'Host', 'must be given');
  return hostPattern.test(host)
    ? null
    : malformed('The Host header names no host.', 'Host', 'must be a host, and its port');
}

/** In `headers` there is only the first. */
function hostsOf({ rawHeaders }: IncomingMessage): string[] {
  const hosts: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === 'host')
      hosts.push(rawHeaders[at + 1] ?? '');
  return hosts;
}

/** An IP literal, an address or a name, and a port; also none, as RFC 9112 has it (3.2). */
const hostPattern = /^(?:\[[\w.:%~-]*\]|[\w.~%!$&'()*+,;=-]*)(?::\d*)?$/;
