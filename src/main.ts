import { loadConfig } from './config.ts';
import { messageForOperator, serve } from './serve.ts';

try {
  await serve(loadConfig(process.env));
} catch (error) {
  const message = messageForOperator(error);
  if (message === null) throw error;
  console.error(`article-facts can't start: ${message}`);
  process.exit(1);
}
