/** The names of all problems in the document, by which each example of one goes. */
export function findSlugs(document: unknown): string[] {
  const slugs = [...JSON.stringify(document).matchAll(/"type":"[^"]*\/problems\/([a-z-]+)"/g)];
  return [...new Set(slugs.map(([, slug = '']) => slug))].sort();
}
