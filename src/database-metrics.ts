import type { FastifyInstance } from 'fastify';
import { Gauge, type Registry } from 'prom-client';
import type { ServerState, Store } from './store/store.ts';
import { watchState } from './watch-state.ts';

/** What is measured of the connections to PostgreSQL, and of its servers; a file has neither. */
export function exposeDatabase(app: FastifyInstance, registry: Registry, store: Store): void {
  exposeConnections(registry, store);
  exposeServers(app, registry, store);
}

function exposeConnections(registry: Registry, store: Store): void {
  new Gauge({
    name: 'article_facts_database_connections',
    help: 'Connections to PostgreSQL of this server by what they are for: open, idle among these, and requests that wait for one.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [pool, use] of Object.entries(store.connections()))
        for (const [state, count] of Object.entries(use)) this.set({ pool, state }, count);
    },
  });
}

function exposeServers(app: FastifyInstance, registry: Registry, store: Store): void {
  /** Each metric collects for itself, but all of them of one answer. */
  let asked: ReturnType<Store['servers']> | undefined;
  const isChanged = watchState();
  const ask = async () => {
    asked ??= tell().finally(() => {
      asked = undefined;
    });
    return Object.entries(await asked);
  };
  const tell = async () => {
    try {
      const servers = await store.servers();
      if (isChanged(null)) app.log.info('the servers of the database tell what they are again');
      return servers;
    } catch (error) {
      if (isChanged((error as Error).message))
        app.log.error({ err: error }, 'the servers of the database do not tell what they are');
      return {};
    }
  };
  const expose = (
    name: string,
    help: string,
    read: (state: ServerState) => number | undefined,
    labelsOf: (state: ServerState) => Record<string, string>,
  ) => {
    new Gauge({
      name,
      help,
      labelNames: ['pool', 'host', 'role'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const [pool, state] of await ask()) {
          const value = read(state);
          if (value !== undefined) this.set({ pool, ...labelsOf(state) }, value);
        }
      },
    });
  };
  expose(
    'article_facts_database_server',
    'Which of the hosts is used, and as what: 1 where it answers, else 0.',
    ({ role }) => Number(role !== null),
    ({ host, role }) => ({ host, role: role ?? 'unknown' }),
  );
  expose(
    'article_facts_database_lag_revisions',
    'How many changes of the primary a server does not have yet.',
    ({ lag }) => lag?.revisions,
    ({ host }) => ({ host }),
  );
  expose(
    'article_facts_database_lag_seconds',
    'How long ago the first of these changes was stored.',
    ({ lag }) => lag?.seconds,
    ({ host }) => ({ host }),
  );
}
