import type { Generator } from './generator.ts';
import { heyApi } from './generators/hey-api.ts';
import { oazapfts } from './generators/oazapfts.ts';
import { openapiTypescript } from './generators/openapi-typescript.ts';
import { orval } from './generators/orval.ts';

/** Those that are installed with the package: `npm test` runs them. */
export const installedGenerators: readonly Generator[] = [
  openapiTypescript,
  heyApi,
  orval,
  oazapfts,
];
