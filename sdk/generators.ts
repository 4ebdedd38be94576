import type { Generator } from './generator.ts';
import { datamodelCodeGenerator } from './generators/datamodel-code-generator.ts';
import { fets } from './generators/fets.ts';
import { heyApi } from './generators/hey-api.ts';
import { kubb } from './generators/kubb.ts';
import { oapiCodegen } from './generators/oapi-codegen.ts';
import { oazapfts } from './generators/oazapfts.ts';
import { ogen } from './generators/ogen.ts';
import { openapiGeneratorFetch } from './generators/openapi-generator-fetch.ts';
import { openapiGeneratorGo } from './generators/openapi-generator-go.ts';
import { openapiGeneratorJava } from './generators/openapi-generator-java.ts';
import { openapiGeneratorKotlin } from './generators/openapi-generator-kotlin.ts';
import { openapiGeneratorPhp } from './generators/openapi-generator-php.ts';
import { openapiGeneratorPython } from './generators/openapi-generator-python.ts';
import { openapiGeneratorRuby } from './generators/openapi-generator-ruby.ts';
import { openapiGeneratorRust } from './generators/openapi-generator-rust.ts';
import { openapiPythonClient } from './generators/openapi-python-client.ts';
import { openapiTypescript } from './generators/openapi-typescript.ts';
import { openapiTypescriptCodegen } from './generators/openapi-typescript-codegen.ts';
import { openapiZodClient } from './generators/openapi-zod-client.ts';
import { orval } from './generators/orval.ts';
import { progenitor } from './generators/progenitor.ts';
import { swaggerTypescriptApi } from './generators/swagger-typescript-api.ts';

/** Those that are installed with the package: `npm test` runs them. */
export const installedGenerators: readonly Generator[] = [
  openapiTypescript,
  heyApi,
  orval,
  oazapfts,
];

/** All of them, in the order of the table. The others are installed when they are run. */
export const generators: readonly Generator[] = [
  ...installedGenerators,
  kubb,
  swaggerTypescriptApi,
  openapiZodClient,
  openapiTypescriptCodegen,
  fets,
  openapiPythonClient,
  datamodelCodeGenerator,
  oapiCodegen,
  ogen,
  openapiGeneratorFetch,
  openapiGeneratorPython,
  openapiGeneratorGo,
  openapiGeneratorJava,
  openapiGeneratorKotlin,
  openapiGeneratorPhp,
  openapiGeneratorRuby,
  openapiGeneratorRust,
  progenitor,
];
