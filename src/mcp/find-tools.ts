import { shownText } from '../model/localized-text.ts';
import type { Mention } from '../model/mention.ts';
import type { SearchHit } from '../model/search.ts';
import type { Resource } from '../resource/resource.ts';
import { termsOf, wordsOf } from '../text/words.ts';
import { type AskRoute, ToolError } from './ask-route.ts';
import { parametersOf } from './input-schema.ts';
import { operationOf } from './operations.ts';
import {
  factsSchema,
  listOperation,
  type Page,
  pageParameters,
  restOf,
  withLimit,
} from './pages.ts';
import { defineTool, type Making, type Tool } from './tool.ts';

/** By words, whatever has them. */
export function searchTool({ operations, lookUp, resources }: Making): Tool {
  const { parameters, required } = parametersOf(operationOf(operations, 'searchFacts'), lookUp, [
    'q',
    'type',
    'article',
    'not',
    'limit',
    'cursor',
  ]);
  return defineTool(
    {
      name: 'search_facts',
      title: 'Search facts',
      description:
        'Begin here. Quotes, events, statistics, actors, places and articles that have the words in q, best first, each with where its article states it. Names find what their bearers said or did, too.',
    },
    { ...parameters, ...pageParameters },
    required,
    async (given, ask) => {
      const page = await ask<Page<SearchHit>>('searchFacts', withLimit(given));
      const facts = page.data.map(toFound);
      await addMentions(ask, resources, facts);
      return { facts, ...restOf(page) };
    },
    factsSchema,
  );
}

interface Found {
  type: string;
  id: string;
  article?: string;
  title: string;
  snippet?: string;
  mentions?: object[];
}

function toFound({ type, id, article, title, snippet }: SearchHit): Found {
  const shown = shownText(title);
  return {
    type,
    id,
    ...(article !== null && { article }),
    title: shown,
    ...(!Object.values(title).includes(snippet.text) && { snippet: snippet.text }),
  };
}

/** Of each fact that an article states for itself: the words that state it, asked for at once. */
async function addMentions(ask: AskRoute, resources: readonly Resource[], facts: Found[]) {
  const byType = Map.groupBy(facts, ({ type }) => type);
  for (const [type, those] of byType) {
    const resource = resources.find(({ singular }) => singular === type);
    if (resource === undefined || !hasMentions(resource)) continue;
    const given = { id: those.map(({ id }) => id), limit: those.length };
    const { data } = await ask<Page<{ id: string; mentions: Mention[] }>>(
      listOperation(resource),
      given,
    );
    const mentionsOf = new Map(data.map(({ id, mentions }) => [id, mentions]));
    for (const fact of those) {
      const stating = mentionsOf.get(fact.id)?.filter(({ role }) => role === 'content') ?? [];
      fact.mentions = stating.map(({ start, end, exact }) => ({ start, end, exact }));
    }
  }
}

function hasMentions({ schema }: Resource): boolean {
  const { properties = {} } = schema as { properties?: object };
  return 'mentions' in properties;
}

/** Types that have names, by which others ask for them. */
const named = ['actor', 'place', 'event', 'article'] as const;

/** From what somebody or something is called to its id. */
export function resolveTool({ operations, lookUp }: Making): Tool {
  const { parameters } = parametersOf(operationOf(operations, 'searchFacts'), lookUp, ['type']);
  return defineTool(
    {
      name: 'resolve_name',
      title: 'Resolve a name',
      description:
        'Ids of the actors and places (or what type says) that a name or a part of it means, likeliest first. Filters like speaker, participant, place and article take these ids.',
    },
    {
      name: { type: 'string', description: 'A name, alias or office, in any language.' },
      type: {
        ...parameters.type,
        items: { type: 'string', enum: [...named] },
        description: '`actor` and `place` unless given.',
      },
    },
    ['name'],
    async ({ name, type = ['actor', 'place'], ...rest }, ask) => {
      const [unknown] = Object.keys(rest);
      if (unknown !== undefined)
        throw new ToolError(`${unknown} is not known here: give name and type.`);
      const search = (q: string) =>
        ask<Page<SearchHit>>('searchFacts', { q, type, limit: usualCandidates });
      const words = String(name ?? '');
      const page = await search(words);
      // Titles and offices often stand before a name: any of the words, then.
      const single = [...wordsOf(words)]
        .slice(0, 8)
        .map(({ start, end }) => words.slice(start, end));
      const isPart = page.data.length === 0 && single.length > 1;
      const { data } = isPart ? await search(single.join(' OR ')) : page;
      const candidates = nearestFirst(data, words).map(toCandidate);
      return {
        candidates,
        ...(isPart && { hint: 'Nothing has the whole name; these have a part of it.' }),
        ...(candidates.length === 0 && { hint: 'Nothing is called so: try another spelling.' }),
      };
    },
    {
      type: 'object',
      properties: { candidates: { type: 'array', items: { type: 'object' } } },
      required: ['candidates'],
    },
  );
}

const usualCandidates = 8;

/** Those first whose names share most with the words; the ranking decides among equals. */
function nearestFirst(hits: readonly SearchHit[], words: string): SearchHit[] {
  const asked = new Set(termsOf(words));
  const shared = ({ title }: SearchHit) =>
    Math.max(
      ...Object.values(title).map((name) => asked.intersection(new Set(termsOf(name))).size),
    );
  return hits.toSorted((left, right) => shared(right) - shared(left));
}

function toCandidate({ type, id, title }: SearchHit) {
  return { type, id, name: shownText(title) };
}
