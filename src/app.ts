import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { Registry } from 'prom-client';
import { bundleSchemas, registerBundles } from './bundle/routes.ts';
import { changeSchemas, registerChanges } from './changes/changes.ts';
import { registerFeed } from './changes/feed.ts';
import type { Config } from './config.ts';
import { connectionSchemas, registerConnections } from './facts/actors/meetings.ts';
import { createFindAsker } from './http/asker.ts';
import { registerBodies } from './http/bodies.ts';
import { registerCaching } from './http/caching.ts';
import { registerDraining } from './http/draining.ts';
import { createClientErrors, createErrorAnswer, registerErrors } from './http/errors.ts';
import { createFront } from './http/front.ts';
import { registerKeys } from './http/keys.ts';
import { registerMethods } from './http/methods.ts';
import { registerOverload } from './http/overload.ts';
import type { Pace } from './http/pace.ts';
import { createPlaces } from './http/places.ts';
import { Problem } from './http/problem.ts';
import { parseQuery, validatorCompiler } from './http/query.ts';
import { limitHeaders, limitReading } from './http/read-limit.ts';
import { createTimes } from './http/request-times.ts';
import { registerSecurity } from './http/security.ts';
import { createThreads, mostThreads } from './http/threads.ts';
import { linkedDataSchemas, registerLinkedData } from './linked-data/routes.ts';
import { createWriter } from './loading/write-beside.ts';
import { standardOutput } from './log-stream.ts';
import { collectOperations } from './mcp/operations.ts';
import { registerMcp } from './mcp/routes.ts';
import { registerMetrics } from './metrics.ts';
import { componentsOf } from './model/schema.ts';
import { packageVersion } from './package.ts';
import { registerPages } from './pages/pages.ts';
import { variantOf } from './pages/variant.ts';
import { derivedComponents } from './resource/components.ts';
import { registerExports } from './resource/export-routes.ts';
import { registerResource, schemasOf } from './resource/routes.ts';
import { toStoreProblem } from './resource/store-problems.ts';
import { factTypes, resources, searchedResources } from './resources.ts';
import { registerSearch, searchSchemas } from './search/search.ts';
import { errorPage } from './site/error-page.ts';
import { registerSite } from './site/site.ts';
import { registerSqliteExport } from './sqlite-export/routes.ts';
import { createFairTurns } from './store/fair-turns.ts';
import type { Store } from './store/store.ts';
import { tellMarks } from './tell-marks.ts';
import { registerTimeline, timelineSchemas } from './timeline/routes.ts';
import { registerVerification } from './verification/routes.ts';
import { Verification, VerificationRequest } from './verification/schema.ts';

export interface Parts {
  config: Pick<Config, 'logLevel'> &
    Partial<Pick<Config, 'apiKeys' | 'publicUrl' | 'readLimit' | 'trustProxy'>>;
  store: Store;
  /** What is measured of the process; where it is left out, there is no /metrics. */
  metrics?: Registry | undefined;
  /** From which turn of the event loop on requests are refused, in milliseconds; a second unless given, 0: none. */
  longestTurnMs?: number;
  /** Where the log goes; to standard output unless given. */
  logTo?: { write(line: string): unknown };
  /** How slowly exports may be taken; tests are less patient. */
  pace?: Pace | undefined;
  /** Comes when the process is to stop, a while before the server is closed. */
  stopping?: AbortSignal;
  /** For whoever is to see every route under /v1 as it is declared: makers of the OpenAPI document. */
  beforeRoutes?: (app: FastifyInstance) => Promise<void>;
}

/** Each may bring a text of a megabyte. */
const mostWaitingForThreads = 32;

const linkedDataWorker = new URL('./linked-data-worker.ts', import.meta.url);

/** The whole server, not yet listening. */
export async function buildApp({
  config,
  store,
  metrics,
  stopping,
  pace,
  logTo = standardOutput,
  longestTurnMs,
  beforeRoutes,
}: Parts): Promise<FastifyInstance> {
  const clientErrors = createClientErrors();
  const front = createFront();
  const readLimit = config.readLimit ?? null;
  const exposed = readLimit === null ? [] : limitHeaders;
  const answerError = createErrorAnswer(errorPage, toStoreProblem, exposed);
  const logsRequests = config.logLevel === 'debug' || config.logLevel === 'trace';
  const app = fastify({
    logger: {
      level: config.logLevel,
      serializers: { req: logRequest },
      stream: logTo,
    },
    logController: new LogController({
      disableRequestLogging: !logsRequests,
    }),
    genReqId: () => randomUUID(),
    serverFactory: front.serverFactory,
    trustProxy: config.trustProxy ?? false,
    routerOptions: { maxParamLength: 256, querystringParser: parseQuery },
    frameworkErrors: answerError,
    clientErrorHandler: clientErrors.answer,
    return503OnClosing: false,
  });

  const components = [
    ...componentsOf([
      Problem,
      ...resources.flatMap(schemasOf),
      ...connectionSchemas,
      ...searchSchemas,
      ...timelineSchemas(factTypes),
      ...bundleSchemas(factTypes),
      ...changeSchemas,
      ...linkedDataSchemas,
      VerificationRequest,
      Verification,
    ]),
    ...derivedComponents(factTypes),
  ].sort((left, right) => (left.$id < right.$id ? -1 : 1));
  for (const component of components) app.addSchema(component);
  app.setValidatorCompiler(validatorCompiler(components));
  // What a handler gives is what is sent: a serialiser made of the schema would turn null into "" in silence.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));

  clientErrors.watch(app.server);
  registerErrors(app, answerError);
  if (stopping !== undefined) registerDraining(app, stopping);
  await registerOverload(app, longestTurnMs);
  const findAsker = createFindAsker(config.trustProxy ?? false);
  if (readLimit !== null) limitReading(front, readLimit, findAsker);
  front.tellErrors(app);
  registerMethods(app);
  registerBodies(app);
  const times = metrics && createTimes();
  const cache = registerCaching(app, store, {
    times,
    variantOf: variantOf(resources.map(({ name }) => name)),
    findAsker,
    exposed,
  });
  // It is the framework that logs each request.
  if (!logsRequests) front.open(app, cache.answerFirst, stopping);
  if (metrics !== undefined && times !== undefined)
    registerMetrics(app, { registry: metrics, times, cache: cache.use, store });
  await registerSecurity(app, exposed);
  await beforeRoutes?.(app);
  const operations = collectOperations(app);
  const turns = createFairTurns(mostThreads, mostWaitingForThreads);
  const threads = createThreads((work) => turns.run(work, cache.askerNow()));
  app.addHook('onClose', threads.close);
  const content = tellMarks(store, cache.noteMark, cache.askerNow);
  // The document has the operations in this order.
  registerSearch(app, searchedResources, content);
  for (const resource of resources) registerResource(app, resource, content);
  registerConnections(app, content);
  registerTimeline(app, factTypes, content);
  registerVerification(app, content, threads);
  const keys = config.apiKeys ?? [];
  const requireKey = await registerKeys(app, keys);
  const writer = keys.length === 0 ? null : createWriter(store, factTypes);
  app.addHook('onClose', async () => writer?.close());
  registerBundles(app, { store: content, factTypes, requireKey, writer });
  registerChanges(app, content);
  const publicUrl = config.publicUrl ?? null;
  registerFeed(app, content, publicUrl);
  registerLinkedData(app, { factTypes, store: content, threads, worker: linkedDataWorker });
  const exporting = { store: content, takePlace: createPlaces(cache.askerNow), pace };
  registerExports(app, resources, exporting);
  registerSqliteExport(app, exporting);
  registerMcp(app, { app, operations, resources, version: packageVersion() }, publicUrl);
  const searched = searchedResources;
  registerPages(app, { resources, factTypes, searched, store: content, publicUrl });
  registerSite(app, content, publicUrl);
  return app;
}

/** Without the query and the headers: what somebody searches for, and keys, are nobody's business. */
function logRequest({ method, url }: { method: string; url: string }) {
  return { method, path: url.split('?', 1)[0] };
}
