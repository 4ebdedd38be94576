import './keep-compiled.js';

try {
  const { loadConfig } = await import('./config.ts');
  const { serve } = await import('./serve.ts');
  await serve(loadConfig(process.env));
} catch (error) {
  const { explainError } = await import('./explain-error.ts');
  const { printError } = await import('./terminal.ts');
  const [first = '', ...more] = explainError(error);
  printError(`article-facts can't start: ${first}`);
  for (const line of more) printError(line);
  process.exit(1);
}
