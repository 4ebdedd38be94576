import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { findSlugs } from './slugs.ts';

/** The types of the TypeScript client: `paths`, `components`, `Slug`. */
export async function makeTypescriptTypes(document: OpenAPI3): Promise<string> {
  const types = astToString(
    await openapiTypescript(document, { rootTypes: true, rootTypesNoSchemaPrefix: true }),
  );
  const slugs = findSlugs(document).map((slug) => ` | ${JSON.stringify(slug)}`);
  return `// Made from openapi/openapi.json by npm run openapi.

${types}
/** What the problems of the document are called; others may come before a request is read. */
export type Slug =${slugs.join('')} | (string & Record<never, never>);
`;
}
