import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { inPackage } from '../src/package.ts';

test('a start with a file loads neither PostgreSQL’s client, nor Node’s of HTTP, nor what makes OpenAPI documents, nor Swagger UI’s plugin', () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    await import('${inPackage('src/serve.ts')}');
    const { openStore } = await import('${inPackage('src/store/open-store.ts')}');
    await openStore(':memory:', '${inPackage('migrations')}');
    console.log(JSON.stringify([...loaded, ...process.moduleLoadList]));
  `;
  const args = ['--input-type=module', '--eval', script];
  const names: string[] = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  const has = (part: string) => names.some((name) => name.includes(part));
  expect(has('/src/http/errors.ts') && has('/fastify/') && has('better-sqlite3')).toBe(true);
  for (const part of ['undici', '/node_modules/pg', '/openapi/', '@fastify/swagger', '/yaml/'])
    expect(names.filter((name) => name.includes(part))).toEqual([]);
});
