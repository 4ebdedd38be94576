import type { Tool as Definition } from '@modelcontextprotocol/server';
import type { Resource } from '../resource/resource.ts';
import { type Arguments, type AskRoute, ToolError } from './ask-route.ts';
import type { LookUp, Plain } from './input-schema.ts';
import type { Operations } from './operations.ts';

/** Something that an agent can ask. */
export interface Tool {
  definition: Definition & { inputSchema: Plain };
  /** @throws ToolError where what is given is wrong */
  call(given: Arguments, ask: AskRoute): Promise<Record<string, unknown>>;
}

/** What tools are made of. */
export interface Making {
  operations: Operations;
  lookUp: LookUp;
  /** All lists whose items have ids. */
  resources: readonly Resource[];
}

/** A tool that only reads, whatever it is called with, and reads nothing but what is stored here. */
export function defineTool(
  definition: Pick<Definition, 'name' | 'title' | 'description'>,
  parameters: Record<string, Plain>,
  required: readonly string[],
  call: Tool['call'],
  outputSchema?: Definition['outputSchema'],
): Tool {
  return {
    definition: {
      ...definition,
      inputSchema: {
        type: 'object',
        properties: parameters as Definition['inputSchema']['properties'],
        ...(required.length > 0 && { required: [...required] }),
        additionalProperties: false,
      },
      ...(outputSchema && { outputSchema }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async call(given, ask) {
      const missing = required.find((name) => (given[name] ?? '') === '');
      if (missing !== undefined) throw new ToolError(`${missing} must be given.`);
      return call(given, ask);
    },
  };
}
