import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { resources } from '../src/resources.ts';
import { writeOut } from './support/openapi.ts';
import { withServer } from './support/server.ts';

type Json = Record<string, unknown>;

/** `nullable` as JSON Schema has it: OpenAPI 3.0 lets it stand beside references. */
function withNull(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNull);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, withNull(child)]),
  );
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest;
}

function compile(ajv: Ajv, components: unknown) {
  formats.default(ajv);
  for (const number of ['int32', 'int64', 'double']) ajv.addFormat(number, true);
  ajv.addSchema({ $id: 'doc', components });
  return (component: string, data: unknown) =>
    ajv.getSchema(`doc#/components/schemas/${component}`)?.(data);
}

/** The value, and every one that differs from it by a null or by a field. */
function* variants(value: unknown): Generator<unknown> {
  yield value;
  yield null;
  if (Array.isArray(value)) {
    const [first, ...others] = value;
    if (value.length > 0) for (const it of variants(first)) yield [it, ...others];
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      const { [key]: _, ...without } = value as Json;
      yield without;
      for (const it of variants(child)) yield { ...value, [key]: it };
    }
    yield { ...value, unheardOf: 1 };
  }
}

test('the 3.0 document accepts and refuses what the 3.1 document does', async () => {
  const { app, get, ask, document } = await withServer('seed');
  const document30 = (await app.inject('/openapi-3.0.json')).json();
  expect(document30.openapi).toBe('3.0.3');
  const accepts31 = compile(new Ajv2020({ strict: false }), document.components);
  const accepts30 = compile(new Ajv({ strict: false }), withNull(document30.components));

  let refused = 0;
  const samples: [component: string, answer: unknown][] = [
    ['Problem', (await ask('/v1/quotes/no-such-quote')).json()],
    ['SearchPage', await get('/v1/search?q=harbin&facets=type')],
  ];
  for (const { name, schema } of resources) {
    const { data } = await get(`/v1/${name}?limit=100`);
    for (const item of data) expect(accepts30(String(schema.$id), item), item.id).toBe(true);
    samples.push([String(schema.$id), data.at(-1)]);
    samples.push([`${schema.$id}Page`, await get(`/v1/${name}?limit=1`)]);
  }
  for (const [component, answer] of samples)
    for (const variant of variants(answer)) {
      const accepted = accepts31(component, variant);
      if (!accepted) refused++;
      expect(accepts30(component, variant), `${component} ${JSON.stringify(variant)}`).toBe(
        accepted,
      );
    }
  expect(refused).toBeGreaterThan(100);
});

test('it has the same operations, with the same parameters and answers', async () => {
  const { app, document } = await withServer([]);
  const { paths } = writeOut((await app.inject('/openapi-3.0.json')).json());
  const outline = (all: typeof document.paths) =>
    Object.entries(all).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        path,
        method,
        operation?.operationId,
        operation?.parameters?.map((it) => it.name),
        Object.keys(operation?.responses ?? {}),
      ]),
    );
  expect(outline(paths)).toEqual(outline(document.paths));
});
