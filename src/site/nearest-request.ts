import type { Problem } from '../http/problem.ts';

/** What an error's detail says was meant, at its end. */
const meant = /did you mean (\S+)\?/;

/**
 * The request that was meant, where an error says so of each of its faults: another path, another name of a
 * parameter, another value. Null where that isn't known.
 * @param url that was asked for: path and query
 */
export function nearestRequest({ detail, errors }: Problem, url: string): string | null {
  const [path = ''] = url.split('?', 1);
  const query = new URLSearchParams(url.slice(path.length));
  if (errors.length === 0) {
    const [, other = ''] = meant.exec(detail) ?? [];
    if (other.startsWith('/')) return withQuery(other, query);
    // An id, at the end of the path.
    return other === '' ? null : withQuery(path.slice(0, path.lastIndexOf('/') + 1) + other, query);
  }
  const corrected = new URLSearchParams();
  for (const [name, value] of query) {
    const fault = errors.find((it) => it.in === 'query' && it.name === name);
    const [, other] = meant.exec(fault?.detail ?? '') ?? [];
    if (fault !== undefined && other === undefined) return null;
    if (other === undefined) corrected.append(name, value);
    else if (fault?.detail.startsWith('is not a parameter')) corrected.append(other, value);
    else corrected.append(name, other);
  }
  return `${corrected}` === `${query}` ? null : withQuery(path, corrected);
}

function withQuery(path: string, query: URLSearchParams): string {
  return query.size === 0 ? path : `${path}?${query}`;
}
