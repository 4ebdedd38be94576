import { scaleUtc } from 'd3-scale';
import { dayNumber } from '../model/day.ts';
import type { Event } from '../model/event.ts';
import { EventStatus } from '../model/event.ts';
import type { Period } from '../model/period.ts';
import { type Html, html, nothing } from '../site/html.ts';
import type { Reader } from './language.ts';
import { link, value } from './parts.ts';
import { shown } from './texts.ts';

/** How sure a date is: that shows in how it is drawn. */
type Certainty = 'certain' | 'uncertain' | 'open';

interface Bar {
  event: Event;
  certainty: Certainty;
  /** Days; null where it is open. */
  first: number | null;
  last: number | null;
}

/** Events in the order of their dates, each beside its stretch of time: a table that is a drawing, too. */
export function timeline(events: readonly Event[], reader: Reader): Html {
  const { words } = reader;
  const bars = events.flatMap((event) => toBar(event));
  const undated = events.filter(({ date: period }) => !isDated(period));
  const ends = bars.flatMap(({ first, last }) => [first, last]).filter((it) => it !== null);
  if (ends.length === 0) return undatedList(undated, reader);
  const [from, to] = [Math.min(...ends), Math.max(...ends) + 1];
  const room = Math.max((to - from) * 0.06, 1);
  const scale = scaleUtc([toDate(from - room), toDate(to + room)], [0, 100]);
  const at = (day: number) => Math.round(scale(toDate(day)) * 100) / 100;
  const ticks = scale.ticks(4);
  return html`<p class="legend"><small>${words.timelineIntro}</small> ${(
    ['certain', 'uncertain', 'open'] as const
  ).map(
    (it) =>
      html`<span class="key"><svg class="bar ${it}" width="28" height="12" aria-hidden="true"><rect x="1" y="1" width="26" height="10"/></svg> ${words[it]}</span> `,
  )}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${words.timeline}"><table class="timeline"><thead><tr><th scope="col">${words.what}</th><th scope="col">${words.when}</th><td aria-hidden="true"><svg class="axis" width="100%" height="20">${ticks
    .filter(isWithin)
    .map(
      (it) =>
        html`<text x="${at(it.getTime() / msOfDay)}%" y="14">${tickName(it, reader.language)}</text>`,
    )}</svg></td></tr></thead>
<tbody>${bars.map((bar) => html`<tr><th scope="row">${name(bar.event, reader)}</th><td>${shortDate(bar.event.date)} <span class="tag">${words[bar.certainty]}</span></td><td class="track" aria-hidden="true">${draw(bar)}</td></tr>`)}</tbody></table></div>${undatedList(undated, reader)}`;

  /** Its name would be cut off at the edge. */
  function isWithin(tick: Date): boolean {
    return Math.abs(at(tick.getTime() / msOfDay) - 50) < 45;
  }

  function draw({ first, last, certainty, event }: Bar): Html {
    const [left, right] = [first === null ? 0 : at(first), last === null ? 100 : at(last + 1)];
    const y = 4;
    return html`<svg class="bar ${certainty} ${event.status}" width="100%" height="18">${ticks.map(
      (it) =>
        html`<line x1="${at(it.getTime() / msOfDay)}%" x2="${at(it.getTime() / msOfDay)}%" y1="0" y2="18"/>`,
    )}<rect x="${left}%" y="${y}" width="${Math.max(right - left, 0.8)}%" height="10"/></svg>`;
  }
}

/** A year where it begins, else a month, else a day. */
function tickName(tick: Date, language: string): string {
  if (tick.getUTCDate() !== 1)
    return tick.toLocaleDateString(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  if (tick.getUTCMonth() !== 0)
    return tick.toLocaleDateString(language, { month: 'short', timeZone: 'UTC' });
  return String(tick.getUTCFullYear());
}

const msOfDay = 86_400_000;

function toDate(day: number): Date {
  // Farther than that, no Date reaches.
  return new Date(Math.min(Math.max(day * msOfDay, -8.64e15), 8.64e15));
}

function undatedList(events: readonly Event[], reader: Reader): Html {
  if (events.length === 0) return nothing;
  return html`<h3>${reader.words.undated}</h3>
<ul class="undated">${events.map((it) => html`<li>${name(it, reader)}${it.date?.expression ? html` <q dir="auto">${it.date.expression}</q>` : nothing}</li>`)}</ul>`;
}

function shortDate(period: Period | null): Html {
  const { edtf = null, expression = null } = period ?? {};
  return html`${edtf} ${expression === null ? nothing : html`<q dir="auto">${expression}</q>`}`;
}

function name(event: Event, reader: Reader): Html {
  return html`${link('events', event.id, shown(event.title, reader), reader)} ${value(EventStatus, event.status, reader)}`;
}

function isDated(period: Period | null): period is Period {
  return period !== null && (period.earliest !== null || period.latest !== null);
}

function toBar(event: Event): Bar[] {
  const { date: period } = event;
  if (!isDated(period)) return [];
  const { earliest, latest } = period;
  return [
    {
      event,
      certainty: certaintyOf(period),
      first: earliest === null ? null : dayNumber(earliest),
      last: latest === null ? null : dayNumber(latest),
    },
  ];
}

function certaintyOf({ edtf, earliest, latest, basis }: Period): Certainty {
  if (earliest === null || latest === null) return 'open';
  return basis === 'inferred' || /[?~%X[{]/.test(edtf ?? '') ? 'uncertain' : 'certain';
}
