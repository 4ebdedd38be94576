import { python } from './python.ts';

const version = '0.89.0';

export const datamodelCodeGenerator = python({
  name: 'datamodel-code-generator',
  version,
  client: 'datamodel_code_generator',
  packages: [`datamodel-code-generator==${version}`],
  generate: () => [
    [
      ...['venv/bin/datamodel-codegen', '--input', 'openapi.json', '--input-file-type', 'openapi'],
      ...['--output', 'client/models.py', '--output-model-type', 'pydantic_v2.BaseModel'],
      ...['--target-python-version', '3.11', '--formatters', 'builtin', '--disable-timestamp'],
      ...[
        '--use-annotated',
        '--collapse-root-models',
        '--enum-field-as-literal',
        'none',
        '--capitalise-enum-members',
      ],
    ],
  ],
  mypyConfig: 'plugins = pydantic.mypy\n',
  note: 'Models only (pydantic 2). What may stand in a list is a class to it, called `SubjectItem` where the list’s name has no singular.',
  coins: /^SubjectItem$/,
});
