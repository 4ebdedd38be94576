import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { getContent } from '../http/content-route.ts';
import { itemLinks, pageLinks } from '../http/links.ts';
import {
  CountMode,
  facetNames,
  facetsParameter,
  listParameters,
  pageOf,
  SortOrder,
  sortKeys,
} from '../http/list-parameters.ts';
import { type ListQuery, readListRequest, writePage } from '../http/listing.ts';
import { noSuchPath } from '../http/problems.ts';
import { problems, success } from '../http/responses.ts';
import { slug } from '../model/identifiers.ts';
import type { Where } from '../store/plan.ts';
import type { Store } from '../store/store.ts';
import { capitalized } from './capitalized.ts';
import { readItem } from './read-item.ts';
import { readList } from './read-list.ts';
import type { Resource } from './resource.ts';
import { filterParameters } from './selection.ts';

/** The schemas of a resource's routes; all their components have to be known to the server. */
export function schemasOf(resource: Resource): TSchema[] {
  const { schema, filters, orders } = resource;
  const parameters = Object.values(filters).map(({ parameter }) => parameter);
  return [
    pageOf(schema),
    sortKeys(schema, Object.keys(orders)),
    facetNames(schema, Object.keys(facetsOf(resource))),
    SortOrder,
    CountMode,
    ...parameters,
  ];
}

/** GET /v1/{name} and, where its items have ids, GET /v1/{name}/{id}. */
export function registerResource(app: FastifyInstance, resource: Resource, store: Store): void {
  registerList(app, resource, store);
  if (resource.example !== null) registerItem(app, resource, resource.example, store);
}

function registerList(app: FastifyInstance, resource: Resource, store: Store): void {
  const { name, schema, orders } = resource;
  const keys = Object.keys(orders);
  const facets = facetsOf(resource);
  const parameters: Record<string, TSchema> = {
    ...filterParameters(resource),
    ...listParameters(sortKeys(schema, keys), keys),
    facets: Type.Optional(
      facetsParameter(
        facetNames(schema, Object.keys(facets)),
        'kind' in facets ? 'kind' : (Object.keys(facets)[0] ?? ''),
      ),
    ),
  };
  getContent<{ Querystring: ListQuery }>(
    app,
    `/v1/${name}`,
    {
      operationId: `list${capitalized(name)}`,
      tags: [capitalized(name)],
      summary: `List ${name}`,
      description: resource.description,
      querystring: Type.Object(parameters, { additionalProperties: false }),
      response: {
        ...success(pageOf(schema), `A page of ${name}.`),
        ...problems('invalid-parameter', 'cursor-gone'),
      },
    },
    async ({ query, url }) => {
      const request = readListRequest(name, query, orders);
      const counted = Object.fromEntries(
        request.facets.flatMap((facet) => (facets[facet] ? [[facet, facets[facet]]] : [])),
      );
      const { found, next, hint } = await readList(store, resource, request, counted);
      return {
        body: writePage(request, { ...found, hint, data: found.documents.joined }, next),
        link: pageLinks(url, next),
        isWhole: found.complete,
      };
    },
  );
}

/** What of the resource can be counted by value: by the name of the filter that takes the value. */
function facetsOf({ filters }: Resource): Record<string, Where> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, { where, toStored, isOwn }]) =>
      isCounted(where) && !toStored && !isOwn ? [[name, where]] : [],
    ),
  );
}

/** Whether each row has values of its own there. */
function isCounted(where: Where): boolean {
  return 'article' in where ? where.article === 'states' : !('bound' in where);
}

function registerItem(
  app: FastifyInstance,
  resource: Resource,
  example: string,
  store: Store,
): void {
  const { name, singular, schema } = resource;
  getContent<{ Params: Record<string, string> }>(
    app,
    `/v1/${name}/:${singular}`,
    {
      operationId: `get${capitalized(singular)}`,
      tags: [capitalized(name)],
      summary: `Get ${/^[aeiou]/.test(singular) ? 'an' : 'a'} ${singular}`,
      description: `One of the ${name}, as the list has it.`,
      params: Type.Object({
        [singular]: slug(`Id of the ${singular}.`, { examples: [example] }),
      }),
      querystring: Type.Object({}, { additionalProperties: false }),
      response: {
        ...success(schema, `The ${singular}.`),
        ...problems('invalid-parameter', 'not-found'),
      },
    },
    async ({ params, url }) => {
      const id = params[singular] ?? '';
      if (id === '') throw noSuchPath(url, `/v1/${name}`);
      return {
        body: await readItem(store, resource, id),
        link: itemLinks(`/v1/${name}`),
      };
    },
  );
}
