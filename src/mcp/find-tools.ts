import { shownText } from '../model/localized-text.ts';
import type { Mention } from '../model/mention.ts';
import type { SearchHit } from '../model/search.ts';
import type { Resource } from '../resource/resource.ts';
import { termsOf, wordsOf } from '../text/words.ts';
import { type Arguments, type AskRoute, ToolError } from './ask-route.ts';
import { parametersOf } from './input-schema.ts';
import { operationOf } from './operations.ts';
import { factsSchema, listByIds, type Page, pageParameters, restOf, withLimit } from './pages.ts';
import { shorten } from './shorten.ts';
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
      const { page, isLoose } = await searchLoosely(ask, withLimit(given));
      const facts = page.data.map(toFound);
      await addDetails(ask, resources, facts);
      return { facts, ...restOf(page, isLoose ? looseHint : null) };
    },
    factsSchema,
  );
}

const looseHint = 'Nothing has all of these words; these have some of them.';

/**
 * Searches, and where nothing has all the words, for what has any of them: agents ask in sentences, and
 * put titles and offices before names. Who has said how the words go together isn't second-guessed.
 */
async function searchLoosely(ask: AskRoute, given: Arguments) {
  const page = await ask<Page<SearchHit>>('searchFacts', given);
  const { q, cursor } = given;
  const isPlain = typeof q === 'string' && !/["*]|(?:^| )-|\bOR\b/.test(q) && cursor === undefined;
  const words = isPlain && page.data.length === 0 ? [...wordsOf(q)].slice(0, mostWords) : [];
  if (words.length < 2) return { page, isLoose: false };
  const any = words.map(({ start, end }) => String(q).slice(start, end)).join(' OR ');
  const loose = await ask<Page<SearchHit>>('searchFacts', { ...given, q: any });
  // Its cursor belongs to words that nobody gave.
  const withoutNext = { ...loose, page: { ...loose.page, next: null } };
  return { page: withoutNext, isLoose: loose.data.length > 0 };
}

const mostWords = 12;

interface Found {
  type: string;
  id: string;
  [field: string]: unknown;
}

function toFound({ type, id, article, title, snippet }: SearchHit): Found {
  const shown = snippet.text.replaceAll('…', '');
  const isTold = Object.values(title).some((it) => it.includes(shown));
  return {
    type,
    id,
    ...(article !== null && { article }),
    title: shownText(title),
    ...(!isTold && { snippet: snippet.text }),
  };
}

/** What nobody should have to ask for behind a search: whose words they are, and how sure it is. */
const details = ['kind', 'status', 'polarity', 'speakers', 'unnamedSpeaker', 'date', 'source'];

/** Of each fact that an article states for itself: its details, and the words that state it. */
async function addDetails(ask: AskRoute, resources: readonly Resource[], facts: Found[]) {
  const byType = Map.groupBy(facts, ({ type }) => type);
  for (const [type, those] of byType) {
    const resource = resources.find(({ singular }) => singular === type);
    if (resource === undefined || !hasMentions(resource)) continue;
    const ids = those.map(({ id }) => id);
    const data = await listByIds<Stated>(ask, resource, ids);
    const statedOf = new Map(data.map((item) => [item.id, item]));
    for (const fact of those) {
      const { mentions, ...item } = statedOf.get(fact.id) ?? { mentions: [] };
      const short = Object.entries(shorten(resource.schema, item) as object);
      Object.assign(fact, Object.fromEntries(short.filter(([name]) => details.includes(name))));
      const stating = mentions.filter(({ role }) => role === 'content');
      fact.mentions = stating.map(({ start, end, exact }) => ({ start, end, exact }));
    }
  }
}

interface Stated {
  id: string;
  mentions: Mention[];
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
    async ({ name, type = ['actor', 'place'] }, ask) => {
      const words = String(name);
      if (words.length > longestName)
        throw new ToolError(`name must have at most ${longestName} characters.`);
      const asked = { q: words, type, limit: usualCandidates };
      const { page, isLoose } = await searchLoosely(ask, asked);
      const candidates = nearestFirst(page.data, words).map(toCandidate);
      return {
        candidates,
        ...(isLoose && { hint: looseHint }),
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
const longestName = 200;

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
