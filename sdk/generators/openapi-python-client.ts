import { python } from './python.ts';

const version = '0.29.1';

/** Which files are bytes: it reads texts as such, and knows no NDJSON. */
const configuration = `content_type_overrides:
  text/csv: application/octet-stream
  text/turtle: application/octet-stream
  application/x-ndjson: application/octet-stream
`;

export const openapiPythonClient = python({
  name: 'openapi-python-client',
  version,
  client: 'openapi_python_client',
  packages: [`openapi-python-client==${version}`],
  files: { 'configuration.yaml': configuration },
  generate: () => [
    [
      ...['venv/bin/openapi-python-client', 'generate', '--path', 'openapi.json'],
      ...['--meta', 'none', '--output-path', 'client', '--overwrite'],
      ...['--config', 'configuration.yaml'],
    ],
    [
      ...['sed', '-i', 's/import quote$/import quote as encode/; s/=quote(/=encode(/'],
      'client/api/quotes/get_quote.py',
    ],
  ],
  note: 'A path parameter named `quote` hides the function of that name which `get_quote` calls: the second command of the guide mends it. CSV, Turtle and NDJSON are bytes where `content_type_overrides` of its configuration takes them for `application/octet-stream`.',
});
