import type { Resource } from '../resource/resource.ts';
import { ToolError } from './ask-route.ts';
import { type Chosen, mergeParameters, type Plain, parametersOf } from './input-schema.ts';
import { operationOf } from './operations.ts';
import {
  factsSchema,
  listFacts,
  listOperation,
  mostItems,
  pageParameters,
  withLimit,
} from './pages.ts';
import { defineTool, type Making, refuseUnknown, type Tool } from './tool.ts';

/** Facts whose ids are known, as whole as they are stored. */
export function getTool({ operations, lookUp, resources }: Making): Tool {
  const { parameters } = parametersOf(operationOf(operations, 'listQuotes'), lookUp, ['id']);
  return defineTool(
    {
      name: 'get_facts',
      title: 'Get facts by id',
      description:
        'All that is stored of facts, articles, actors or places by their ids, with every mention: who said or did what, when, where, and the words that state it.',
    },
    {
      type: typeParameter(resources),
      ids: { ...parameters.id, description: 'Their ids.' },
      cursor: pageParameters.cursor,
    },
    ['type', 'ids'],
    async ({ type, ids, cursor }, ask) => {
      const id = [ids ?? []].flat();
      if (id.length === 0) throw new ToolError('ids must be given.');
      if (id.length > mostItems) throw new ToolError(`ids must be at most ${mostItems} at once.`);
      const given = { id, limit: mostItems, ...(cursor !== undefined && { cursor }) };
      return listFacts(ask, resourceOf(resources, type), given);
    },
    factsSchema,
  );
}

/**
 * What agents hardly ask by: all tools together are to be told in 12 KB. Ids are for `get_facts`, and what a list is
 * in other fields stands in its facts.
 */
const untold = ['id', 'sha256', 'unnamed', 'reportedIn', 'language', 'comparator', 'url'];

/** Any list with its filters. */
export function listTool({ operations, lookUp, resources }: Making): Tool {
  const routes = resources.map((resource): [string, Chosen] => [
    resource.singular,
    parametersOf(operationOf(operations, listOperation(resource)), lookUp),
  ]);
  const told = (parameters: Record<string, Plain>) =>
    Object.entries(parameters).filter(([name]) => !untold.includes(name));
  const ofAll = {
    ...pageParameters,
    facets: { type: 'array', items: { type: 'string' }, description: facetsDescription },
    count: { type: 'string', enum: ['exact'], description: 'To be told the `total`.' },
  };
  const namesOf = new Map(
    routes.map(([type, { parameters }]) => [
      type,
      [...told(parameters).map(([name]) => name), ...Object.keys(ofAll)],
    ]),
  );
  return defineTool(
    {
      name: 'list_facts',
      title: 'List facts by filters',
      description:
        'Facts of one type that meet all filters; several values of one mean: any of them. A filter that the type doesn’t have is refused.',
    },
    {
      type: typeParameter(resources),
      ...Object.fromEntries(told(mergeParameters(Object.fromEntries(routes)))),
      ...ofAll,
    },
    ['type'],
    async ({ type, ...given }, ask) => {
      const resource = resourceOf(resources, type);
      refuseUnknown(Object.keys(given), namesOf.get(resource.singular) ?? []);
      return listFacts(ask, resource, withLimit(given));
    },
    factsSchema,
  );
}

const facetsDescription = 'Filters whose values to count among all that is found, like kind.';

const ofQuotes = ['q', 'speaker', 'kind', 'article', 'from', 'to', 'not', 'limit', 'cursor'];

/** Quotes, by who said them or by their words. */
export function whoSaidTool({ operations, lookUp, resources }: Making): Tool {
  const { parameters } = parametersOf(operationOf(operations, 'listQuotes'), lookUp, ofQuotes);
  return defineTool(
    {
      name: 'who_said',
      title: 'Who said what',
      description:
        'Quotes by their words (q), their speakers, or both: the words, who says them, and the span of each. Only of kind `direct` (or in `verbatim`) are they the speaker’s own words.',
    },
    { ...parameters, ...pageParameters },
    [],
    async (given, ask) => listFacts(ask, resourceOf(resources, 'quote'), withLimit(given)),
    factsSchema,
  );
}

function typeParameter(resources: readonly Resource[]): Plain {
  return { type: 'string', enum: resources.map(({ singular }) => singular) };
}

function resourceOf(resources: readonly Resource[], type: unknown): Resource {
  const found = resources.find(({ singular, name }) => singular === type || name === type);
  if (found !== undefined) return found;
  const known = resources.map(({ singular }) => singular).join(', ');
  const given = type === undefined ? '' : `; not ${JSON.stringify(type).slice(0, 100)}`;
  throw new ToolError(`type must be one of ${known}${given}.`);
}
