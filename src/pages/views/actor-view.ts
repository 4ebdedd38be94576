import type { Actor } from '../../model/actor.ts';
import { ActorKind } from '../../model/actor-kind.ts';
import { type Html, html, nothing } from '../../site/html.ts';
import { fields, inARow, linksTo, linkTo, value } from '../parts.ts';
import { others, shown } from '../texts.ts';
import { defineView } from './view.ts';

export const actorView = defineView<Actor>({
  heading: ({ name }, reader) => html`<h1>${shown(name, reader)}</h1>${others(name, reader)}`,
  card: (actor, reader) =>
    html`<p><strong>${linkTo('actors', actor, reader)}</strong> ${value(ActorKind, actor.kind, reader)}${
      actor.roles[0] === undefined ? nothing : html` ${shown(actor.roles[0], reader)}`
    }</p>`,
  details: (actor, reader) =>
    html`${
      actor.description === null ? nothing : html`<p>${shown(actor.description, reader)}</p>`
    }${fields(
      [
        ['kind', value(ActorKind, actor.kind, reader)],
        ['roles', inARow(actor.roles, (it) => shown(it, reader))],
        ['aliases', inARow(actor.aliases, (it) => html`<span dir="auto">${it}</span>`)],
        ['affiliations', linksTo('actors', actor.affiliations, reader)],
        ['wikidata', wikidata(actor.wikidata)],
      ],
      reader,
    )}`,
});

export function wikidata(id: string | null): Html | null {
  return id === null
    ? null
    : html`<a href="https://www.wikidata.org/wiki/${id}" rel="external">${id}</a>`;
}
