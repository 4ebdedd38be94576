/** What the SDK finds wrong at a place of a message. */
interface Issue {
  path: (string | number)[];
  message: string;
}

/**
 * What is wrong with the shape of a message, in words. The SDK throws it as JSON in the text of an error, and has most
 * of it answered as a failure of the server.
 * @returns null of every other error
 */
export function describeMalformed(method: string, error: unknown): string | null {
  const text = error instanceof Error ? error.message : '';
  const [, json] = /^(?:Invalid \S+ request: )?(\[\s+\{.*\}\s+\])$/s.exec(text) ?? [];
  if (json === undefined) return null;
  const told = (JSON.parse(json) as Issue[]).map(
    ({ path, message }) => `${path.join('.')}: ${message.replace('Invalid input: ', '')}`,
  );
  return `This is no ${method} as the protocol has it: ${told.join('; ')}.`;
}
