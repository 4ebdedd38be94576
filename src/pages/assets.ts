import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { inPackage } from '../package.ts';

const mediaTypes = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
} as const;

/** Where the files of pages are served: their names change with what they hold. */
export interface Assets {
  style: string;
  readAlong: string;
}

const forever = 'public, max-age=31536000, immutable';

export function registerAssets(app: FastifyInstance): Assets {
  const locate = serve('find-text', 'js', (it) => it);
  return {
    style: serve('pages', 'css', (it) => it),
    readAlong: serve('read-along', 'js', (it) => it.replace('./find-text.js', locate)),
  };

  function serve(
    name: string,
    type: keyof typeof mediaTypes,
    change: (text: string) => string,
  ): string {
    const text = change(readFileSync(inPackage(`src/pages/assets/${name}.${type}`), 'utf8'));
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const path = `/assets/${name}-${digest}.${type}`;
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply.type(mediaTypes[type]).header('cache-control', forever).send(text),
    );
    return path;
  }
}
