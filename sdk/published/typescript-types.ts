import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { kinds } from '../../src/http/problem-kinds.ts';

/** The types of the TypeScript client: `paths`, `components`, `Slug`. */
export async function makeTypescriptTypes(document: OpenAPI3): Promise<string> {
  const types = astToString(
    await openapiTypescript(document, { rootTypes: true, rootTypesNoSchemaPrefix: true }),
  );
  const slugs = Object.keys(kinds).map((slug) => ` | ${JSON.stringify(slug)}`);
  return `// Made from openapi/openapi.json by npm run openapi.

${types}
/** What problems are called; a later server may have others. */
export type Slug =${slugs.join('')} | (string & Record<never, never>);
`;
}
