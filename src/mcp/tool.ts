import type { Tool as Definition } from '@modelcontextprotocol/server';
import { tellOtherWay } from '../http/other-ways.ts';
import { mostNamed } from '../model/fault.ts';
import { describeUnknown } from '../model/unknown-name.ts';
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
      const read = readArguments(given, parameters);
      const missing = required.find((name) => (read[name] ?? '') === '');
      if (missing !== undefined) throw new ToolError(`${missing} must be given.`);
      return call(read, ask);
    },
  };
}

/** What is given, as far as the tool’s schema can say it; a route checks the values. */
function readArguments(given: Arguments, parameters: Record<string, Plain>): Arguments {
  // Null is how some programs write what isn't given.
  const all = Object.entries(given).filter(([, value]) => value !== null);
  refuseUnknown(
    all.map(([name]) => name),
    Object.keys(parameters),
  );
  return Object.fromEntries(
    all.map(([name, value]) => [
      name,
      parameters[name]?.type === 'array' ? value : toOne(name, value, parameters[name]?.type),
    ]),
  );
}

/** @throws ToolError that says which there are */
export function refuseUnknown(names: readonly string[], known: readonly string[]): void {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new ToolError(
      unknown
        .slice(0, mostNamed)
        .map((name) => `${name.slice(0, 100)} ${tellUnknown(name, known)}`)
        .join('\n'),
    );
}

function tellUnknown(name: string, known: readonly string[]): string {
  return tellOtherWay(name, known) ?? describeUnknown('parameter', known, name);
}

/** One value, for which models often write a list of one. */
function toOne(name: string, value: unknown, type: unknown): unknown {
  const [one, ...others] = [value].flat();
  if (others.length > 0 || typeof one === 'object')
    throw new ToolError(
      `${name} must be ${type === 'string' ? 'a text' : 'one value'}, neither a list of several nor an object.`,
    );
  return one;
}
