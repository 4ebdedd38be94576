import { readFileSync } from 'node:fs';
import { inPackage } from '../../src/package.ts';
import type { Generator } from '../generator.ts';
import { generateWith, openapiGeneratorVersion } from './openapi-generator.ts';

const kotlin = '2.4.0';

const dependencies = [
  ['org.jetbrains.kotlin', 'kotlin-stdlib', kotlin],
  ['org.jetbrains.kotlin', 'kotlin-reflect', kotlin],
  ['com.squareup.moshi', 'moshi-kotlin', '1.15.2'],
  ['com.squareup.moshi', 'moshi-adapters', '1.15.2'],
  ['com.squareup.okhttp3', 'okhttp-jvm', '5.4.0'],
];

/** What its own Gradle file says, for Maven. */
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.articlefacts</groupId>
  <artifactId>client</artifactId>
  <version>0</version>
  <properties>
    <!-- Otherwise its compiler stays behind for hours, with all its memory. -->
    <kotlin.compiler.daemon>false</kotlin.compiler.daemon>
  </properties>
  <dependencies>
${dependencies
  .map(
    ([group, artifact, version]) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  )
  .join('\n')}
  </dependencies>
  <build>
    <sourceDirectory>src/main/kotlin</sourceDirectory>
    <plugins>
      <plugin>
        <groupId>org.jetbrains.kotlin</groupId>
        <artifactId>kotlin-maven-plugin</artifactId>
        <version>${kotlin}</version>
        <executions><execution><goals><goal>compile</goal></goals></execution></executions>
      </plugin>
    </plugins>
  </build>
</project>
`;

export const openapiGeneratorKotlin: Generator = {
  name: 'openapi-generator (kotlin)',
  version: openapiGeneratorVersion,
  language: 'Kotlin',
  reads: 'openapi.json',
  needs: ['java', 'mvn'],
  isRare: true,
  files: () => ({
    'client/pom.xml': pom,
    'client/src/main/kotlin/Main.kt': readFileSync(
      inPackage('sdk/clients/OpenApiGenerator.kt'),
      'utf8',
    ),
  }),
  generate: () =>
    generateWith('kotlin', 'client', 'openapi.json', { packageName: 'org.articlefacts' }),
  output: 'client/src/main/kotlin/org',
  typeName: /^(?:data |enum |open )*class (\w+)/gm,
  check: () => [['mvn', '-q', '-f', 'client', 'compile', 'dependency:copy-dependencies']],
  checkedWith: 'kotlinc',
  note: 'An error has the text of its answer, to be read as a `Problem`. A file is a temporary one.',
  call: () => ['java', '-cp', 'client/target/classes:client/target/dependency/*', 'MainKt'],
};
