import { loadConfig } from './config.ts';
import { isForOperator, serve } from './serve.ts';

try {
  await serve(loadConfig(process.env));
} catch (error) {
  if (!isForOperator(error)) throw error;
  console.error(`article-facts can't start: ${error.message}`);
  process.exit(1);
}
