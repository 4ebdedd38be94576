/** With longer ones, headers grow beyond what clients and proxies read; the page itself has the cursor, too. */
const longestLink = 2000;

/**
 * RFC 8288: where the list begins and, where it goes on, the next page, under the same parameters; empty where these
 * are long.
 */
export function pageLinks(url: string, next: string | null): string {
  const [path = ''] = url.split('?', 1);
  const parameters = new URLSearchParams(url.slice(path.length));
  parameters.delete('cursor');
  const to = (rel: string) =>
    `<${path}${parameters.size > 0 ? '?' : ''}${parameters}>; rel="${rel}"`;
  const links = [to('first')];
  if (next !== null) {
    parameters.set('cursor', next);
    links.push(to('next'));
  }
  return links.some((link) => link.length > longestLink) ? '' : links.join(', ');
}

/** RFC 8288: the list that an item stands in. */
export function itemLinks(list: string): string {
  return `<${list}>; rel="collection"`;
}

/** RFC 9727: where the API's documents are, as a link set (RFC 9264). */
export const apiCatalog = {
  linkset: [
    {
      anchor: '/v1',
      'service-desc': [
        { href: '/openapi.json', type: 'application/json' },
        { href: '/openapi-3.0.json', type: 'application/json' },
        { href: '/openapi.yaml', type: 'application/yaml' },
      ],
      'service-doc': [{ href: '/docs', type: 'text/html' }],
      status: [{ href: '/health/ready', type: 'application/json' }],
    },
  ],
} as const;
