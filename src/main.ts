import { loadConfig } from './config.ts';
import { explainError } from './explain-error.ts';
import { serve } from './serve.ts';
import { printError } from './terminal.ts';

try {
  await serve(loadConfig(process.env));
} catch (error) {
  const [first = '', ...more] = explainError(error);
  printError(`article-facts can't start: ${first}`);
  for (const line of more) printError(line);
  process.exit(1);
}
