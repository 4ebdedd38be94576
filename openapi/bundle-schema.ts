import { bundleSchema } from '../src/bundle/schema.ts';
import { componentsOf } from '../src/model/schema.ts';
import type { FactType } from '../src/resource/resource.ts';

/** The JSON Schema of a bundle in one self-contained document, for editors and other programs. */
export function publishedBundleSchema(factTypes: readonly FactType[]): object {
  const schema = bundleSchema(factTypes);
  const { $id, ...root } = schema;
  const definitions = componentsOf([schema])
    .filter((it) => it.$id !== $id)
    .map(({ $id: name, ...definition }) => [name, definition]);
  const document = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: $id,
    ...root,
    $defs: Object.fromEntries(definitions),
  };
  return JSON.parse(JSON.stringify(document), (key, value) =>
    key === '$ref' ? `#/$defs/${String(value).replace(/#$/, '')}` : value,
  );
}
