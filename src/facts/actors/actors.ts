import { Actor, ActorEntry } from '../../model/actor.ts';
import { ActorKind } from '../../model/actor-kind.ts';
import { wikidataPattern } from '../../model/identifiers.ts';
import { orderText } from '../../model/localized-text.ts';
import type { ActorRef } from '../../model/references.ts';
import { article, ids, itemIds, oneOfThese, texts } from '../../resource/filters.ts';
import { inLanguages, linkTo, sameAs } from '../../resource/linked-data.ts';
import { defineFactType } from '../../resource/resource.ts';
import { inEach } from '../../resource/searchable.ts';
import { actorCsvColumns } from './csv-columns.ts';
import { actorSqlTables } from './sql-tables.ts';

type ActorRecord = Omit<Actor, 'counts'>;

/** In schema.org's terms. A group has no body of its own, so it is no organization. */
const types = {
  person: 'Person',
  country: 'Country',
  government: 'GovernmentOrganization',
  organization: 'Organization',
  media: 'NewsMediaOrganization',
  group: 'Thing',
} as const;

export const actors = defineFactType<ActorEntry, ActorRecord>({
  name: 'actors',
  singular: 'actor',
  description:
    'Who acts, speaks or is acted upon: people, states, governments, organizations, media and groups. Shared by all articles.',
  schema: Actor,
  example: 'vladimir-putin',
  csvColumns: actorCsvColumns,
  sqlTables: actorSqlTables,
  exampleSearch: 'macron',
  exampleNot: 'kind:country',
  filters: {
    article: article('names'),
    kind: oneOfThese('Only of these kinds.', ActorKind, 'kind', 'person'),
    affiliation: ids('Only who belongs to these actors.', 'france', 'actors', {
      link: 'affiliation',
      from: 'actor',
    }),
    wikidata: texts({ column: 'wikidata' }, 'Only with these Wikidata ids.', 'Q3052772', {
      pattern: wikidataPattern,
    }),
    id: itemIds('actors', 'emmanuel-macron'),
  },
  orders: { name: { columns: ['name'] }, id: { columns: [] } },
  entry: ActorEntry,
  columns: {
    kind: ({ kind }) => kind,
    name: ({ name }) => orderText(name),
    wikidata: ({ wikidata }) => wikidata,
  },
  toDocument: (entry, references) => ({
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    aliases: entry.aliases,
    description: entry.description,
    roles: entry.roles,
    affiliations: entry.affiliations.map((id) => references.to<ActorRef>('actors', id)),
    wikidata: entry.wikidata,
  }),
  toSearchable: ({ name, aliases, description, roles }) => ({
    title: name,
    texts: [...aliases, ...inEach(description, ...roles)],
  }),
  toLinkedData: (actor) => ({
    '@id': `/v1/actors/${actor.id}`,
    '@type': types[actor.kind],
    kind: actor.kind,
    name: inLanguages(actor.name),
    alternateName: actor.aliases,
    description: inLanguages(actor.description),
    sameAs: sameAs(actor.wikidata),
    ...(actor.kind === 'person' && {
      jobTitle: actor.roles.flatMap(inLanguages),
      affiliation: actor.affiliations.map((it) => linkTo('actors', it)),
    }),
  }),
  wordsAsTheyStand: ({ aliases }) =>
    aliases.map((words, index) => ({ pointer: `/aliases/${index}`, words })),
  // The names of bodies are long.
  longestMention: 250,
  distinct: ['affiliations'],
  links: ({ affiliations }) =>
    affiliations.map(({ id }) => ({ relation: 'affiliation', targetType: 'actors', target: id })),
  toReference: ({ id, kind, name }) => ({ id, kind, name }),
  sharing: {
    fields: {
      kind: 'one',
      name: 'texts',
      aliases: 'many',
      description: 'texts',
      roles: 'many texts',
      affiliations: 'many references',
      wikidata: 'one',
    },
    agreed: ['kind', 'wikidata'],
    counted: true,
  },
});
