import { python } from './python.ts';

const version = '0.29.1';

/** Which files are bytes: it reads texts as such, and leaves out the others with a warning. */
const configuration = `content_type_overrides:
  text/csv: application/octet-stream
  text/turtle: application/octet-stream
  application/x-ndjson: application/octet-stream
  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet: application/octet-stream
  application/vnd.sqlite3: application/octet-stream
  application/atom+xml: text/plain
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
      ...['sed', '-i'],
      // Where its ruff is found, it has taken away the import, which it thinks unused.
      's/^from http import .*/&\\nfrom urllib.parse import quote as encode/; s/=quote(/=encode(/',
      'client/api/quotes/get_quote.py',
    ],
  ],
  note: 'A path parameter named `quote` hides the function of that name which `get_quote` calls: the last command of the guide mends it. Files and the feed need `content_type_overrides` in its configuration, as the guide has it.',
});
