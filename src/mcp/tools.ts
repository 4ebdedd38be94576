import { resolveTool, searchTool } from './find-tools.ts';
import { getTool, listTool, whoSaidTool } from './list-tools.ts';
import { connectionsTool, timelineTool, verifyTool } from './other-tools.ts';
import type { Making, Tool } from './tool.ts';

const makers: readonly ((making: Making) => Tool)[] = [
  searchTool,
  whoSaidTool,
  getTool,
  listTool,
  resolveTool,
  timelineTool,
  connectionsTool,
  verifyTool,
];

/** All tools, by name, in the order in which agents are told of them. */
export function makeTools(making: Making): ReadonlyMap<string, Tool> {
  const tools = makers.map((make) => make(making));
  return new Map(tools.map((tool) => [tool.definition.name, tool]));
}
