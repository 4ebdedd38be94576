import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { createBundleLoader } from '../../src/bundle/load.ts';
import type { Bundle } from '../../src/bundle/schema.ts';
import { loadSeeds } from '../../src/loading/seed.ts';
import { inPackage } from '../../src/package.ts';
import { factTypes } from '../../src/resources.ts';
import { type OpenOptions, openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { freshLocation } from './location.ts';
import { type OpenApi, writeOut } from './openapi.ts';

/** Whoever sends it may write. */
export const withKey = { authorization: 'Bearer test-key' };
export const testKey = { name: 'tests', digest: createHash('sha256').update('test-key').digest() };

export interface TestServer {
  app: FastifyInstance;
  store: Store;
  /** With common parts written out. */
  document: OpenApi;
  /** Asks the real server; every answer, errors included, is checked against the published document. */
  ask(request: string | InjectOptions): Promise<LightMyRequestResponse>;
  /** Throws where an answer under /v1 is not as the document says. */
  check: ReturnType<typeof answerChecker>;
  get<Body = ListBody>(url: string): Promise<Body>;
}

export interface ListBody {
  data: ({ id: string } & Record<string, unknown>)[];
  page: {
    limit: number;
    next: string | null;
    total: number | null;
    complete: boolean;
    hint: string | null;
  };
  facets: Record<string, { value: string; count: number }[]> | null;
}

/** By the document: that of all servers is the same, and takes long to be compiled. */
const checkers = new Map<string, TestServer['check']>();

/** The whole server with these bundles, or with the seed, on a database of its own unless a location is given. */
export async function startServer(
  content: Bundle[] | 'seed',
  { path, ...options }: { path?: string } & OpenOptions = {},
): Promise<TestServer> {
  const location = path ?? (await freshLocation());
  const store = await openStore(location, inPackage('migrations'), options);
  if (content === 'seed') await loadSeeds(store, inPackage('seed'));
  else if (content.length > 0) await load(store, content);
  const app = await buildApp({
    config: { logLevel: 'silent', apiKeys: [testKey] },
    store,
    // Much else may run on the machine meanwhile.
    longestTurnMs: 0,
  });
  await app.ready();
  const { body } = await app.inject('/openapi.json');
  const document = writeOut(JSON.parse(body));
  const check = checkers.getOrInsertComputed(body, () => answerChecker(document));
  const ask: TestServer['ask'] = async (request) => {
    const options = typeof request === 'string' ? { url: request } : request;
    const response = await app.inject(options);
    check(options, response);
    return response;
  };
  return {
    app,
    store,
    document,
    check,
    ask,
    async get(url) {
      const response = await ask(url);
      if (response.statusCode !== 200) throw new Error(`${url}: ${response.body}`);
      return response.json();
    },
  };
}

/** The same for one test, closed after it. */
export async function withServer(content: Bundle[] | 'seed'): Promise<TestServer> {
  const server = await startServer(content);
  onTestFinished(() => stopServer(server));
  return server;
}

export async function stopServer({ app, store }: TestServer): Promise<void> {
  await app.close();
  await store.close();
}

export function load(store: Store, bundles: readonly unknown[]): Promise<boolean[]> {
  const loader = createBundleLoader(factTypes);
  return store.write(async (queries) => {
    const changed: boolean[] = [];
    for (const bundle of bundles) changed.push(await loader.load(queries, bundle));
    return changed;
  });
}

/** Throws where an answer under /v1 is not as the document says: status, media type, every field. */
function answerChecker(document: OpenApi) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  for (const known of [
    'int32',
    'int64',
    'double',
    'edtf',
    'day',
    'published',
    'line',
    'web-address',
  ])
    ajv.addFormat(known, true);
  ajv.addSchema({ $id: 'doc', components: document.components });

  return (
    { url = '', method = 'GET' }: InjectOptions,
    response: Pick<LightMyRequestResponse, 'statusCode' | 'body'> & { headers: object },
  ) => {
    const path = String(url).split('?', 1)[0] ?? '';
    const { statusCode, body } = response;
    const type = String((response.headers as { 'content-type'?: unknown })['content-type']);
    const template = Object.keys(document.paths).find((it) =>
      new RegExp(`^${it.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
    );
    if (statusCode >= 400) return assertValid('Problem', 'application/problem+json');
    if (template === undefined || statusCode !== 200 || method === 'HEAD') return;
    const operation = document.paths[template]?.[method.toLowerCase()];
    const [declared] = Object.entries(operation?.responses['200']?.content ?? {});
    if (declared === undefined) throw new Error(`${path}: 200 is not declared`);
    const [mediaType, { schema }] = declared;
    if (/json$/.test(mediaType) && schema.$ref)
      assertValid(schema.$ref.split('/').at(-1) ?? '', mediaType);
    else assertType(mediaType);

    function assertType(mediaType: string) {
      if (!type.startsWith(mediaType)) throw new Error(`${path}: ${type} is not ${mediaType}`);
    }

    function assertValid(component: string, mediaType: string) {
      assertType(mediaType);
      if (method === 'HEAD') return;
      const validate = ajv.getSchema(`doc#/components/schemas/${component}`);
      if (validate === undefined) throw new Error(`${component} is not a component`);
      if (!validate(JSON.parse(body)))
        throw new Error(`${path} is no ${component}: ${ajv.errorsText(validate.errors)}\n${body}`);
    }
  };
}
