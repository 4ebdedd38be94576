import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { inPackage } from '../src/package.ts';

test('a start loads neither Node’s HTTP client, nor what makes OpenAPI documents, nor Swagger UI’s plugin', () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    await import('${inPackage('src/serve.ts')}');
    console.log(JSON.stringify([...loaded, ...process.moduleLoadList]));
  `;
  const args = ['--input-type=module', '--eval', script];
  const names: string[] = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  const has = (part: string) => names.some((name) => name.includes(part));
  expect(has('/src/http/errors.ts') && has('/fastify/') && has('better-sqlite3')).toBe(true);
  for (const part of ['undici', '/openapi/', '@fastify/swagger', '/yaml/'])
    expect(names.filter((name) => name.includes(part))).toEqual([]);
});
