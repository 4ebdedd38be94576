import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, type Metric, Registry } from 'prom-client';
import { exposeDatabase } from './database-metrics.ts';
import { bucketEnds, type RequestTimes, type Times } from './http/request-times.ts';
import type { CacheUse } from './http/sharing.ts';
import type { Store } from './store/store.ts';
import { watchState } from './watch-state.ts';

/**
 * What Prometheus asks of any process: processor, memory, event loop, garbage collection. To be called
 * once a process, which is observed from then on.
 */
export function observeProcess(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // Open to everybody, so it doesn't say which holes to look for.
  registry.removeSingleMetric('nodejs_version_info');
  return registry;
}

interface Sources {
  registry: Registry;
  /** Of what was answered already, and of what will be. */
  times: Times;
  cache: Readonly<CacheUse>;
  store: Store;
}

/** GET /metrics, in the text format of Prometheus. To be called before the routes that are measured. */
export function registerMetrics(
  app: FastifyInstance,
  { registry, times, cache, store }: Sources,
): void {
  app.addHook('onResponse', ({ method, routeOptions: { url = '*' } }, reply, done) => {
    const route = url === '*' ? 'unknown' : url;
    times.count({ method, route, statusCode: reply.statusCode, milliseconds: reply.elapsedTime });
    done();
  });
  exposeTimes(registry, times);
  exposeCacheUse(registry, cache);
  exposeContent(app, registry, store);
  exposeDatabase(app, registry, store);
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics()),
  );
}

/** A histogram that was counted outside of the library, whose own would slow down every request. */
function exposeTimes(registry: Registry, times: Times): void {
  const name = 'http_request_duration_seconds';
  const histogram = {
    name,
    help: 'Time from the headers of a request to the end of its answer, in seconds.',
    type: 'histogram',
    aggregator: 'sum',
    get: async () => ({ ...histogram, values: [...times.kinds()].flatMap(valuesOf) }),
  };
  registry.registerMetric(histogram as unknown as Metric);

  function valuesOf({ method, route, status, counts, sum }: RequestTimes) {
    const labels = { method, route, status };
    let count = 0;
    const buckets = counts.map((more, index) => {
      count += more;
      const le = bucketEnds[index] ?? '+Inf';
      return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: count },
    ];
  }
}

/** Counted as plain numbers, which cost a request nothing, and handed over when asked for. */
function exposeCacheUse(registry: Registry, cache: Readonly<CacheUse>): void {
  new Counter({
    name: 'article_facts_response_cache_total',
    help: 'Requests under /v1 that were answered with a kept answer (hit), or had to be worked out (miss).',
    labelNames: ['result'],
    registers: [registry],
    collect() {
      this.reset();
      this.inc({ result: 'hit' }, cache.hits);
      this.inc({ result: 'miss' }, cache.misses);
    },
  });
}

function exposeContent(app: FastifyInstance, registry: Registry, store: Store): void {
  const expose = (name: string, help: string, read: () => Promise<number>) => {
    const isChanged = watchState();
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        try {
          this.set(await read());
          if (isChanged(null)) app.log.info({ metric: name }, 'the database answers again');
        } catch (error) {
          // All that doesn't need the database is told none the less.
          if (isChanged((error as Error).message))
            app.log.error({ metric: name, err: error }, 'the database does not answer');
          this.remove();
        }
      },
    });
  };
  expose('article_facts_revision', 'How many changes of the content were committed.', () =>
    store.revision(),
  );
  expose('article_facts_articles', 'How many articles are stored.', rememberCount(store));
}

/** Counting takes time that grows with the articles, so it is done once for each state. */
function rememberCount(store: Store): () => Promise<number> {
  let known: { mark: string; count: number } | undefined;
  return async () => {
    const mark = await store.mark();
    if (known?.mark !== mark) {
      const { articles: count = 0 } = await store.ask('counts', { tables: ['articles'] });
      known = { mark, count };
    }
    return known.count;
  };
}
