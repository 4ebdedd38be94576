import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { inPackage } from '../package.ts';
import { registerSwaggerUi } from './swagger-ui.ts';

const json = 'application/json; charset=utf-8';
const yaml = 'application/yaml; charset=utf-8';

/** The OpenAPI document as it is committed, but for the server's own address, and Swagger UI of it. */
export function registerDocs(app: FastifyInstance, publicUrl: string | null): void {
  const serve = (path: string, mediaType: string, bytes: Buffer | string) =>
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply.type(mediaType).send(bytes),
    );

  const read = (name: string) => {
    const bytes = readFileSync(inPackage(`openapi/${name}`));
    return publicUrl === null ? bytes : withAddress(bytes.toString(), publicUrl);
  };
  const document = read('openapi.json');
  const asYaml = read('openapi.yaml');
  serve('/openapi.json', json, document);
  serve('/openapi.yaml', yaml, asYaml);
  serve('/openapi-3.0.json', json, read('openapi-3.0.json'));
  serve('/docs/json', json, document);
  serve('/docs/yaml', yaml, asYaml);
  registerSwaggerUi(app, document);
}

/**
 * The document, in JSON or YAML, with the server's address in place of a variable, and where its documentation
 * is, which catalogues show.
 */
function withAddress(text: string, url: string): string {
  const servers = JSON.stringify([{ url, description: 'This server' }]);
  const docs = JSON.stringify({ url: `${url}/docs`, description: 'Every operation, to try out' });
  return text
    .replace(/^"servers":.*$/m, () => `"servers":${servers},\n"externalDocs":${docs},`)
    .replace(/^servers:\n(?: .*\n)+/m, () => `servers: ${servers}\nexternalDocs: ${docs}\n`);
}
