import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { getContent } from '../http/content-route.ts';
import { itemLinks } from '../http/links.ts';
import { type ListQuery, readListRequest } from '../http/listing.ts';
import { problems, success } from '../http/responses.ts';
import { dayAt, dayNumber, formatDay } from '../model/day.ts';
import { type Interval, nameInterval } from '../model/interval.ts';
import { findHint } from '../resource/hints.ts';
import type { FactType } from '../resource/resource.ts';
import { selectionOf } from '../resource/selection.ts';
import { inOrderOfText } from '../store/plan.ts';
import type { Store } from '../store/store.ts';
import {
  type DatedTypes,
  datedType,
  documentedParameters,
  readByType,
  usualInterval,
  usualType,
} from './parameters.ts';
import { IntervalName, Timeline } from './schema.ts';

export const timelineTag = {
  name: 'Timeline',
  description: 'How many facts lie in each day, month or year.',
};

/** The schemas of the route; all their components have to be known to the server. */
export function timelineSchemas(factTypes: readonly FactType[]): TSchema[] {
  return [Timeline, IntervalName, datedType(datedTypes(factTypes))];
}

/** Those that can be asked for from a day on. */
function datedTypes(factTypes: readonly FactType[]): DatedTypes {
  const dated = factTypes.filter(({ filters }) => 'from' in filters && 'to' in filters);
  return Object.fromEntries(dated.map((it) => [it.singular, it]));
}

/** GET /v1/timeline */
export function registerTimeline(
  app: FastifyInstance,
  factTypes: readonly FactType[],
  store: Store,
): void {
  const types = datedTypes(factTypes);
  if (app.validatorCompiler === undefined) throw new Error('nothing reads parameters yet');
  getContent<{ Querystring: ListQuery & { type?: string; interval?: Interval } }>(
    app,
    '/v1/timeline',
    {
      operationId: 'listTimeline',
      tags: [timelineTag.name],
      summary: 'List a timeline',
      description:
        'How many events, quotes or statistics may lie in each day, month or year, under the filters of their list. What may lie in several intervals counts in each, as the total of the list from its first day to its last does. What is open (`1950/..`) counts as far as other days, or `from` and `to`, reach. Intervals without facts are left out.',
      querystring: Type.Object(documentedParameters(types), { additionalProperties: false }),
      response: {
        ...success(Timeline, 'The timeline.'),
        ...problems('invalid-parameter'),
      },
    },
    async ({ query }) => {
      const { type = usualType, interval = usualInterval, ...asked } = query;
      const resource = types[type];
      if (resource === undefined) throw new Error(`${type} has no timeline`);
      const request = readListRequest(resource.name, asked, { position: inOrderOfText });
      const { table, filters, phrases } = selectionOf(resource, request);
      const { intervals, ...rest } = await store.ask('timeline', {
        table,
        filters,
        phrases,
        interval,
        from: dayOf(query.from),
        to: dayOf(query.to),
      });
      const isEmpty = intervals.length === 0 && rest.undated === 0;
      const hint = await findHint(store, resource.filters, request, isEmpty);
      const data = intervals.map(({ first, last, count }) => ({
        period: nameInterval(interval, first),
        earliest: formatDay(dayAt(first)),
        latest: formatDay(dayAt(last)),
        count,
      }));
      // Those that are cut off for their number would be cut off again.
      return {
        body: JSON.stringify({ type, interval, data, ...rest, hint }),
        link: itemLinks(`/v1/${resource.name}`),
        isWhole: rest.complete || data.length > 0,
      };
    },
    readByType(types, app.validatorCompiler),
  );
}

function dayOf(day: unknown): number | null {
  return day === undefined ? null : dayNumber(String(day));
}
