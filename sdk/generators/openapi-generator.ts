import type { Command, Generator } from '../generator.ts';

export const openapiGeneratorVersion = '7.25.0';

/** Commands that fetch openapi-generator and make a client with it, without tests and documentation. */
export function generateWith(
  name: string,
  output: string,
  reads: Generator['reads'],
  options: Readonly<Record<string, string | boolean>>,
): Command[] {
  return [
    [
      ...['mvn', '-q', 'dependency:copy', '-DoutputDirectory=.'],
      `-Dartifact=org.openapitools:openapi-generator-cli:${openapiGeneratorVersion}:jar`,
    ],
    [
      ...['java', '-jar', `openapi-generator-cli-${openapiGeneratorVersion}.jar`, 'generate'],
      ...['-i', reads, '-g', name, '-o', output],
      '--global-property=modelTests=false,apiTests=false,modelDocs=false,apiDocs=false',
      `--additional-properties=${Object.entries(options)
        .map(([option, value]) => `${option}=${value}`)
        .join(',')}`,
    ],
  ];
}
