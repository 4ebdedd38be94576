import { resources } from '../../src/resources.ts';
import { python } from './python.ts';

const version = '0.29.1';

const textFiles = [
  ...resources.map(({ name }) => `client/api/exports/export_${name}_csv.py`),
  'client/api/articles/get_linked_data_turtle.py',
];

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
    ['sed', '-i', 's/BytesIO(response.text)/BytesIO(response.content)/', ...textFiles],
  ],
  note: 'A path parameter named `quote` hides the function of that name which `get_quote` calls: the second command of the guide mends it. A file of a type like `text/csv` is read as text where bytes are needed, which `sed` mends as well.',
});
