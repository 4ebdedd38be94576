import { python } from './python.ts';

const version = '0.29.1';

export const openapiPythonClient = python({
  name: 'openapi-python-client',
  version,
  client: 'openapi_python_client',
  packages: [`openapi-python-client==${version}`],
  generate: () => [
    [
      ...['venv/bin/openapi-python-client', 'generate', '--path', 'openapi.json'],
      ...['--meta', 'none', '--output-path', 'client', '--overwrite'],
    ],
    [
      ...['sed', '-i', 's/import quote$/import quote as encode/; s/=quote(/=encode(/'],
      'client/api/quotes/get_quote.py',
    ],
  ],
  note: 'A path parameter named `quote` hides the function of that name which `get_quote` calls: the second command of the guide mends it.',
});
