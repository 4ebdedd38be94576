import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { shownText } from '../model/localized-text.ts';
import type { ActorRef } from '../model/references.ts';
import { type Html, html, nothing } from '../site/html.ts';
import { listName } from './catalogue.ts';
import type { Reader } from './language.ts';
import { howOften, type Meeting } from './network.ts';
import { linkTo } from './parts.ts';
import { cutOff, languageFor } from './texts.ts';

/** So many actors are drawn, and so many pairs stand in the table. */
const [mostDrawn, mostRows] = [20, 100];
const [width, height] = [800, 560];

interface Node extends SimulationNodeDatum {
  actor: ActorRef;
}

/**
 * Who meets whom, drawn and as a table.
 * @param self whose network it is, if it is somebody's
 * @param note on what of it is left out
 */
export function networkSection(
  meetings: readonly Meeting[],
  self: string | null,
  note: string | null,
  reader: Reader,
): Html {
  if (meetings.length === 0) return nothing;
  const { words } = reader;
  return html`<section aria-labelledby="network"><h2 id="network">${words.network}</h2>
<p><small>${words.networkIntro} ${note ?? ''}</small></p>
${draw(meetings, self, reader)}
<details><summary>${words.drawnAsTable}</summary><table class="meetings"><thead><tr><th scope="col">${words.who}</th><th scope="col">${words.withWhom}</th><th scope="col">${listName(words, 'events')}</th><th scope="col">${listName(words, 'quotes')}</th></tr></thead>
<tbody>${meetings
    .slice(0, mostRows)
    .map(
      ({ one, other, events, quotes }) =>
        html`<tr><td>${linkTo('actors', one, reader)}</td><td>${linkTo('actors', other, reader)}</td><td>${events}</td><td>${quotes}</td></tr>`,
    )}</tbody></table></details></section>`;
}

function draw(meetings: readonly Meeting[], self: string | null, reader: Reader): Html {
  const actors = new Map<string, ActorRef>();
  for (const { one, other } of meetings)
    for (const actor of [one, other]) if (actors.size < mostDrawn) actors.set(actor.id, actor);
  const nodes = [...actors.values()].map((actor): Node => ({ actor }));
  const drawn = meetings.filter(({ one, other }) => actors.has(one.id) && actors.has(other.id));
  place(nodes, drawn);
  const at = new Map(nodes.map((node) => [node.actor.id, node]));
  const most = Math.max(...drawn.map(howOften));
  return html`<svg class="network" viewBox="0 0 ${width} ${height}" role="group" aria-label="${reader.words.network}">
${drawn.map((meeting) => {
  const [from, to] = [at.get(meeting.one.id), at.get(meeting.other.id)];
  const thickness = 1 + (5 * howOften(meeting)) / most;
  return html`<line x1="${from?.x ?? 0}" y1="${from?.y ?? 0}" x2="${to?.x ?? 0}" y2="${to?.y ?? 0}" stroke-width="${thickness.toFixed(1)}"/>`;
})}
${nodes.map(({ actor, x = 0, y = 0 }) => {
  const language = languageFor(actor.name, reader);
  const name = actor.name[language] ?? shownText(actor.name);
  return html`<a href="${reader.to(`/actors/${actor.id}`)}#network"${actor.id === self ? html` class="self"` : nothing}><circle cx="${x}" cy="${y}" r="${actor.id === self ? 9 : 7}"/><text x="${x}" y="${y - 13}" text-anchor="${anchorAt(x)}" lang="${language}">${cutOff(name, 24)}</text></a>`;
})}
</svg>`;
}

/** So that a name at the edge doesn't go beyond it. */
function anchorAt(x: number): string {
  if (x < width * 0.1) return 'start';
  return x > width * 0.9 ? 'end' : 'middle';
}

/** Sets their places within the drawing. The same network is always drawn alike. */
function place(nodes: Node[], meetings: readonly Meeting[]): void {
  const links = meetings.map(({ one, other }) => ({ source: one.id, target: other.id }));
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<Node, { source: string | Node; target: string | Node }>(links)
        .id(({ actor }) => actor.id)
        .distance(120),
    )
    .force('charge', forceManyBody().strength(-900))
    .force('collide', forceCollide(60))
    .force('x', forceX().strength(0.06))
    .force('y', forceY().strength(0.1))
    // So fast that it has settled after so many steps.
    .alphaDecay(0.06)
    .stop()
    .tick(90);
  spread(nodes, 'x', 60, width - 60);
  spread(nodes, 'y', 40, height - 20);
}

function spread(nodes: Node[], axis: 'x' | 'y', from: number, to: number): void {
  const values = nodes.map((node) => node[axis] ?? 0);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const scale = greatest > least ? (to - from) / (greatest - least) : 0;
  for (const node of nodes)
    node[axis] =
      scale === 0 ? (from + to) / 2 : Math.round(from + ((node[axis] ?? 0) - least) * scale);
}
