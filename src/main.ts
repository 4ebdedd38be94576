import { loadConfig } from './config.ts';
import { keepCompiled } from './keep-compiled.ts';
import { printError } from './terminal.ts';

// Before the server is imported, with all that it consists of.
keepCompiled();
try {
  const { serve } = await import('./serve.ts');
  await serve(loadConfig(process.env));
} catch (error) {
  const { explainError } = await import('./explain-error.ts');
  const [first = '', ...more] = explainError(error);
  printError(`article-facts can't start: ${first}`);
  for (const line of more) printError(line);
  process.exit(1);
}
