import type { Static } from 'typebox';
import { Connection } from '../model/connection.ts';
import type { FactMention } from '../model/mention.ts';
import { parametersOf } from './input-schema.ts';
import { operationOf } from './operations.ts';
import { hintOf, type Page, pageParameters, restOf, withLimit } from './pages.ts';
import { shorten } from './shorten.ts';
import { defineTool, type Making, type Tool } from './tool.ts';

const ofTimelines = [
  'type',
  'interval',
  'q',
  'article',
  'kind',
  'participant',
  'place',
  'speaker',
  'from',
  'to',
];

/** When there is how much. */
export function timelineTool({ operations, lookUp }: Making): Tool {
  const { parameters } = parametersOf(operationOf(operations, 'listTimeline'), lookUp, ofTimelines);
  return defineTool(
    {
      name: 'timeline',
      title: 'Timeline',
      description:
        'How many events (or quotes, statistics) may lie in each day, month or year. What they are, list_facts says with from and to.',
    },
    parameters,
    [],
    async (given, ask) => {
      const { data, hint, complete, ...rest } = await ask<TimelineAnswer>('listTimeline', given);
      const intervals = data.map(({ period, count }) => ({ period, count }));
      const isCut = !complete || intervals.length > mostIntervals;
      return {
        ...rest,
        intervals: intervals.slice(0, mostIntervals),
        ...hintOf(hint, isCut ? cutHint : null),
        ...(isCut && { complete: false }),
      };
    },
  );
}

const mostIntervals = 200;
const cutHint = 'There are more: go on with from, or take longer intervals.';

/** As the route answers it. */
interface TimelineAnswer {
  data: { period: string; count: number }[];
  undated: number;
  complete: boolean;
  hint: string | null;
}

/** Who meets whom. */
export function connectionsTool({ operations, lookUp }: Making): Tool {
  const { parameters, required } = parametersOf(
    operationOf(operations, 'listConnections'),
    lookUp,
    ['actor', 'article', 'limit', 'cursor'],
  );
  return defineTool(
    {
      name: 'connections',
      title: 'Connections of an actor',
      description:
        'Whom an actor meets, as participants of one event or speakers of one quote, the most frequent first, with the roles of both. list_facts gives these events: `participant` one, `q` the other’s name.',
    },
    { ...parameters, ...pageParameters },
    required,
    async (given, ask) => {
      const page = await ask<Page<Static<typeof Connection>>>('listConnections', withLimit(given));
      return {
        connections: page.data.map(({ roles, ...rest }) =>
          shorten(Connection, { ...rest, roles: roles.slice(0, mostRoles) }),
        ),
        ...restOf(page),
      };
    },
  );
}

/** The most frequent ones of a connection. */
const mostRoles = 3;

/** Whether an article’s facts stand in a text. */
export function verifyTool({ operations, lookUp }: Making): Tool {
  const { parameters, required } = parametersOf(operationOf(operations, 'verifyText'), lookUp);
  return defineTool(
    {
      name: 'verify_text',
      title: 'Verify a text',
      description:
        'Compares a text with what is stored of an article: whether it is the same text, and which mentions stand in it, stand elsewhere, or are other words. Spans (`at`) are in your text. Nothing is kept.',
    },
    parameters,
    required,
    async (given, ask) => summarize(await ask<VerificationAnswer>('verifyText', given)),
  );
}

/** As the route answers it. */
interface VerificationAnswer {
  article: string;
  fingerprint: { matches: boolean };
  repairs: string[];
  matching: FactMention[];
  moved: Named[];
  undecided: Named[];
  mismatching: Named[];
}

/** A mention, and what became of it. */
interface Named {
  mention: FactMention;
}

/** So many of each are named. */
const mostNamed = 20;

function summarize(verification: VerificationAnswer) {
  const { article, fingerprint, repairs, matching, moved, undecided, mismatching } = verification;
  return {
    article,
    isSameText: fingerprint.matches,
    ...(repairs.length > 0 && { repairs }),
    counts: {
      matching: matching.length,
      moved: moved.length,
      undecided: undecided.length,
      mismatching: mismatching.length,
    },
    moved: named(moved),
    undecided: named(undecided),
    mismatching: named(mismatching),
  };
}

function named(items: readonly Named[]) {
  return items.slice(0, mostNamed).map(({ mention, ...rest }) => {
    const { factType, fact, start, end, exact } = mention;
    return { type: factType, id: fact, start, end, exact, ...rest };
  });
}
