import type { Place } from '../../model/place.ts';
import { PlaceKind } from '../../model/place-kind.ts';
import { html, nothing } from '../../site/html.ts';
import { fields, linkTo, value } from '../parts.ts';
import { others, shown } from '../texts.ts';
import { wikidata } from './actor-view.ts';
import { defineView } from './view.ts';

export const placeView = defineView<Place>({
  heading: ({ name }, reader) => html`<h1>${shown(name, reader)}</h1>${others(name, reader)}`,
  card: (place, reader) =>
    html`<p><strong>${linkTo('places', place, reader)}</strong> ${value(PlaceKind, place.kind, reader)}${
      place.within === null ? nothing : html` ${linkTo('places', place.within, reader)}`
    }</p>`,
  details: (place, reader) =>
    fields(
      [
        ['kind', value(PlaceKind, place.kind, reader)],
        ['within', linkTo('places', place.within, reader)],
        [
          'coordinates',
          place.latitude === null || place.longitude === null
            ? null
            : html`<span dir="ltr">${place.latitude}°, ${place.longitude}°</span>`,
        ],
        ['wikidata', wikidata(place.wikidata)],
      ],
      reader,
    ),
});
