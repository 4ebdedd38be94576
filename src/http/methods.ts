import type { FastifyInstance } from 'fastify';
import { METHODS } from './node-http.ts';
import { methodNotAllowed, noSuchPath } from './problems.ts';

/** Answers OPTIONS, and 405 to every method that a path lacks, both with Allow. Call it before the routes. */
export function registerMethods(app: FastifyInstance): { complete(): void } {
  for (const method of METHODS)
    if (method !== 'CONNECT' && !app.supportedMethods.includes(method)) app.addHttpMethod(method);
  // The CORS plugin has a route for OPTIONS on any path, whether there is something or not.
  app.addHook('onRequest', ({ method, routeOptions, url }, _reply, done) =>
    done(method === 'OPTIONS' && routeOptions.url === '*' ? noSuchPath(url) : undefined),
  );
  const methodsByPath = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByPath.get(url) ?? new Set();
    for (const name of [method].flat()) methods.add(name);
    methodsByPath.set(url, methods);
  });

  return {
    /** To be called when all routes are there. */
    complete() {
      for (const [url, methods] of [...methodsByPath]) {
        if (url === '*') continue;
        const allow = [...methods, 'OPTIONS'].sort().join(', ');
        const schema = { hide: true };
        if (!app.hasRoute({ method: 'OPTIONS', url }))
          app.options(url, { schema }, (_request, reply) =>
            reply.code(204).header('allow', allow).send(),
          );
        const missing = app.supportedMethods.filter((method) => !app.hasRoute({ method, url }));
        if (missing.length === 0) continue;
        app.route({
          method: missing,
          url,
          schema,
          // Before the body is read: what it holds doesn't matter.
          onRequest: async (request) => {
            throw methodNotAllowed(request.method, allow);
          },
          handler: () => {},
        });
      }
    },
  };
}
