import { type Event, EventStatus } from '../../model/event.ts';
import { EventKind } from '../../model/event-kind.ts';
import { ParticipantRole } from '../../model/participant-role.ts';
import { Polarity } from '../../model/polarity.ts';
import { type Html, html, nothing } from '../../site/html.ts';
import type { Reader } from '../language.ts';
import { date, fields, inARow, link, linkTo, value, whereStated } from '../parts.ts';
import { others, shown } from '../texts.ts';
import { defineView } from './view.ts';

export const eventView = defineView<Event>({
  heading: (event, reader) =>
    html`<h1>${shown(event.title, reader)}</h1>${others(event.title, reader)}<p>${tags(event, reader)}</p>`,
  card: (event, reader) =>
    html`<p><strong>${link('events', event.id, shown(event.title, reader), reader)}</strong> ${tags(event, reader)}</p>${
      event.participants.length === 0 ? nothing : html`<p>${participants(event, reader)}</p>`
    }${event.date === null ? nothing : html`<p>${date(event.date, reader)}</p>`}`,
  details: (event, reader) =>
    html`${
      event.description === null ? nothing : html`<p>${shown(event.description, reader)}</p>`
    }${fields(
      [
        ['date', date(event.date, reader)],
        ['place', linkTo('places', event.place, reader)],
        ['participants', participants(event, reader)],
        ['partOf', linkTo('events', event.partOf, reader)],
      ],
      reader,
    )}${whereStated(event.article, `event-${event.id}`, event.mentions, reader)}`,
});

function tags({ kind, status, polarity }: Event, reader: Reader): Html {
  return html`${value(EventKind, kind, reader)} ${value(EventStatus, status, reader)}${
    polarity === 'affirmed' ? nothing : html` ${value(Polarity, polarity, reader)}`
  }`;
}

function participants(event: Event, reader: Reader): Html {
  return inARow(
    event.participants,
    ({ actor, role }) =>
      html`${linkTo('actors', actor, reader)} ${value(ParticipantRole, role, reader)}`,
  );
}
