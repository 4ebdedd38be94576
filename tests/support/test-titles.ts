import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';
import { inPackage } from '../../src/package.ts';

/** The titles of a file’s tests as they are written: where a test is run with several values, with `%s` in it. */
export function titlesOf(file: string): Set<string> {
  const { program } = parseSync(file, readFileSync(inPackage(file), 'utf8'));
  const titles = new Set<string>();
  new Visitor({
    CallExpression({ callee, arguments: [title] }) {
      if (title?.type !== 'Literal' || typeof title.value !== 'string') return;
      // `test(…)`, `test.each(…)(…)`, `test.runIf(…)(…)`: what is called begins with it.
      let called: { type: string; callee?: unknown; object?: unknown; name?: unknown } = callee;
      while (called.type === 'CallExpression' || called.type === 'MemberExpression')
        called = (
          called.type === 'CallExpression' ? called.callee : called.object
        ) as typeof called;
      if (called.type === 'Identifier' && called.name === 'test') titles.add(title.value);
    },
  }).visit(program);
  return titles;
}
