import type { FastifyInstance } from 'fastify';
import createRouter from 'find-my-way';
import { findNearestPath } from './nearest-path.ts';
import { methodNotAllowed, noSuchPath } from './problems.ts';

/**
 * Answers what no route is for: OPTIONS with Allow, 405 with Allow where the path has other methods, 404.
 * All that before a body is read: what it holds doesn't matter. Call it before the routes.
 */
export function registerMethods(app: FastifyInstance): void {
  const methodsByPath = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByPath.get(url) ?? new Set();
    for (const name of [method].flat()) methods.add(name);
    methodsByPath.set(url, methods);
  });

  let findAllow: ((url: string) => string | null) | undefined;
  app.addHook('preParsing', ({ method, routeOptions, is404, url }, reply, _payload, done) => {
    // The CORS plugin has a route for OPTIONS on any path, whether there is something or not.
    const isOptions = method === 'OPTIONS' && routeOptions.url === '*';
    if (!is404 && !isOptions) return done();
    findAllow ??= createFinder(methodsByPath);
    const allow = findAllow(url);
    if (allow === null) done(noSuchPath(url, findMeant(methodsByPath, url)));
    else if (!isOptions) done(methodNotAllowed(method, allow));
    else reply.code(204).header('allow', allow).send();
  });
}

/** Looks up what a URL's path allows, by the router that the framework has, too. */
function createFinder(methodsByPath: ReadonlyMap<string, ReadonlySet<string>>) {
  const router = createRouter({ maxParamLength: 256 });
  for (const [path, methods] of methodsByPath)
    if (path !== '*') router.on('GET', path, () => {}, [...methods, 'OPTIONS'].sort().join(', '));
  return (url: string): string | null => router.find('GET', url)?.store ?? null;
}

function findMeant(methodsByPath: ReadonlyMap<string, unknown>, url: string): string | null {
  return findNearestPath([...methodsByPath.keys()], url.split('?', 1)[0] ?? '');
}
