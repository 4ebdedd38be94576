import type { Actor } from '../../model/actor.ts';
import { shownLanguage, shownText } from '../../model/localized-text.ts';
import { localized, text, to } from '../../resource/sql-columns.ts';
import { defineSqlTables, parts, table, textsOf } from '../../resource/sql-tables.ts';

/** The tables of the SQLite export. */
export const actorSqlTables = defineSqlTables<Actor>({
  actors: table('Who acts, speaks or is acted upon; shared by all articles.', {
    id: text('Id of the actor.', ({ id }) => id),
    kind: text('person, country, government, organization, media or group.', ({ kind }) => kind, {
      indexed: true,
    }),
    ...localized('name', 'Name.', ({ name }) => name),
    ...localized('description', 'Description.', ({ description }) => description),
    wikidata: text('Item of Wikidata.', ({ wikidata }) => wikidata, { indexed: true }),
  }),
  actor_aliases: parts('Other names that articles use.', 'actors', ({ aliases }) => aliases, {
    alias: text('The name, as it stands.', (alias: string) => alias, { indexed: true }),
  }),
  actor_roles: parts('Offices and functions.', 'actors', ({ roles }) => roles, {
    role: text('The role. English where there is some; all are in texts.', shownText),
    role_language: text('Language (BCP 47) of role.', shownLanguage),
  }),
  actor_affiliations: parts('What an actor belongs to.', 'actors', (it) => it.affiliations, {
    affiliation_id: to('actors', 'The actor it belongs to.', ({ id }: { id: string }) => id),
  }),
  texts: textsOf('actors', ({ name, description, roles }) => ({ name, description, role: roles })),
});
