import { ConfigError } from './config.ts';
import { InputError } from './input.ts';
import { explainEngineError, StoreError } from './store/store-error.ts';

/** What to tell whoever runs the program, in one line for each thing; a stack only where details are asked for. */
export function explainError(error: unknown, logLevel = process.env.LOG_LEVEL): string[] {
  if (error instanceof InputError) return [error.message];
  if (error instanceof ConfigError || error instanceof StoreError) return error.message.split('\n');
  const { message, stack, syscall } = toError(error);
  const explained = explainEngineError(error) ?? (syscall === undefined ? null : message);
  if (explained !== null) return [explained];
  return logLevel === 'debug' || logLevel === 'trace'
    ? String(stack).split('\n')
    : [`${message} (a fault of the program itself; LOG_LEVEL=debug says where)`];
}

function toError(error: unknown): NodeJS.ErrnoException {
  return error instanceof Error ? error : new Error(String(error));
}
