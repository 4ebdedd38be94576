import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * What an editor offers at the `|` of a source, which would stand in the folder.
 *
 * @param options of the compiler, as tsconfig.json has them
 */
export function completionsAt(folder: string, source: string, options: object): string[] {
  const path = join(folder, 'edited.ts');
  const text = source.replace('|', '');
  const { options: compilerOptions } = ts.convertCompilerOptionsFromJson(options, folder);
  const service = ts.createLanguageService({
    directoryExists: ts.sys.directoryExists,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    getCompilationSettings: () => compilerOptions,
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [path],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) =>
      ts.ScriptSnapshot.fromString(name === path ? text : readFileSync(name, 'utf8')),
  });
  const found = service.getCompletionsAtPosition(path, source.indexOf('|'), {});
  return (found?.entries ?? []).map(({ name }) => name);
}
