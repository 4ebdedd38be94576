import { generateWith, openapiGeneratorVersion } from './openapi-generator.ts';
import { python } from './python.ts';

export const openapiGeneratorPython = {
  ...python({
    name: 'openapi-generator (python)',
    version: openapiGeneratorVersion,
    client: 'openapi_generator',
    packages: ['urllib3==2.7.0', 'python-dateutil==2.9.0.post0', 'pydantic==2.13.4'],
    generate: () =>
      generateWith('python', '.', 'openapi.json', {
        packageName: 'client',
        generateSourceCodeOnly: true,
      }),
    mypyConfig: 'plugins = pydantic.mypy\n[mypy-client.*]\nignore_errors = True\n',
    note: 'Its own functions lack annotations: strict is the check of the program that uses them.',
  }),
  needs: ['python3', 'java', 'mvn'],
};
