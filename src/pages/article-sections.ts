import type { Article } from '../model/article.ts';
import type { Event } from '../model/event.ts';
import type { Quote } from '../model/quote.ts';
import { type Html, html, jsonScript, nothing } from '../site/html.ts';
import { typeName } from './catalogue.ts';
import type { FactInOrder, InOrderQuery } from './in-order.ts';
import { directionOf, type Reader } from './language.ts';
import { meetingsIn } from './network.ts';
import { networkSection } from './network-section.ts';
import { timeline } from './timeline.ts';
import { viewOf } from './views/views.ts';

/** Links to the sections that there are, by their anchors. */
export function onThisPage(
  sections: Readonly<Record<'timeline' | 'network', Html>>,
  { words }: Reader,
): Html {
  const isThere = (section: Html) => section.toString() !== '';
  const links = [
    ['in-order', words.inOrder],
    ...(isThere(sections.timeline) ? [['timeline', words.timeline]] : []),
    ...(isThere(sections.network) ? [['network', words.network]] : []),
    ['take', words.takeAway],
  ];
  return html`<nav class="here" aria-label="${words.onThisPage}"><ul>${links.map(
    ([id, name]) => html`<li><a href="#${id}">${name}</a></li>`,
  )}</ul></nav>`;
}

/**
 * Where the text of the article is asked for; without JavaScript it doesn't show.
 * @param lists by the type of what is in them
 */
export function readAlongSection(
  { id, language, text }: Article,
  lists: Readonly<Record<string, string>>,
  reader: Reader,
): Html {
  const { words } = reader;
  const settings = {
    ...text,
    article: id,
    query: reader.to(''),
    lists,
    words: scriptWords(reader),
  };
  return html`<section class="read" id="read" aria-labelledby="read-title" hidden><h2 id="read-title">${words.readAlong}</h2>
<p>${words.readAlongIntro}</p>
${jsonScript('application/json', settings)}
<form><label for="read-text">${words.yourText}</label><textarea id="read-text" lang="${language}" dir="${directionOf(language)}" spellcheck="false"></textarea>
<p><button>${words.show}</button> <label>${words.chooseFile} <input type="file" accept="text/plain,.txt,.md"></label></p></form>
<p class="told" role="status"></p>
<div class="missing" hidden><h3></h3><ul></ul></div>
<div class="beside" hidden><div class="text" lang="${language}" dir="${directionOf(language)}"></div>
<div class="panel" aria-live="polite"><h3>${words.factsHere}</h3><ul></ul></div></div>
<p hidden class="again"><button type="button">${words.another}</button></p>
</section>`;
}

/** What the script says. */
function scriptWords({ words }: Reader) {
  const { thisText, repairedText, otherText, noDigest, inPlace, missing, moved, tooBusy } = words;
  return { thisText, repairedText, otherText, noDigest, inPlace, missing, moved, tooBusy };
}

export function inOrderSection(
  { id, language }: Article,
  { facts, next }: { facts: readonly FactInOrder[]; next: string | null },
  asked: InOrderQuery,
  reader: Reader,
): Html {
  const { words, to } = reader;
  const isFirst = asked.cursor === undefined && asked.start === undefined;
  const start = asked.start === undefined ? {} : { start: String(asked.start) };
  return html`<section aria-labelledby="in-order"><h2 id="in-order">${words.inOrder}</h2>
<p><small>${words.inOrderIntro}</small></p>
<ol class="cards order">${facts.map((fact) => factItem(fact, language, reader))}</ol>
<nav class="pages">${isFirst ? nothing : html`<a rel="first" href="${to(`/articles/${id}`)}#in-order">${words.first}</a> `}${
    next === null
      ? nothing
      : html`<a rel="next" href="${to(`/articles/${id}`, { ...start, cursor: next })}#in-order">${words.next}</a>`
  }</nav></section>`;
}

function factItem(
  { list, type, document, id, mentions }: FactInOrder,
  language: string,
  reader: Reader,
): Html {
  const { words } = reader;
  return html`<li id="${type}-${id}" data-fact="${type} ${id}">
<div><span class="tag">${typeName(words, type)}</span><ul class="stated">${Array.from(
    Map.groupBy(mentions, ({ exact }) => exact),
    ([exact, its]) =>
      html`<li><q lang="${language}" dir="${directionOf(language)}">${exact}</q> ${its.map(
        ({ start, end }) =>
          html`<span class="at" data-at="${start}" title="${words.charactersFromTo(start, end)}">${start}–${end}</span> `,
      )}</li>`,
  )}</ul></div>
<div class="body">${viewOf(list).card(document, reader)}</div></li>`;
}

interface Some<Document> {
  documents: Document[];
  more: boolean;
}

export function timelineSection(events: readonly Event[], reader: Reader): Html {
  if (events.length === 0) return nothing;
  return html`<section aria-labelledby="timeline"><h2 id="timeline">${reader.words.timeline}</h2>${timeline(events, reader)}</section>`;
}

export function articleNetwork(events: Some<Event>, quotes: Some<Quote>, reader: Reader): Html {
  const count = events.documents.length + quotes.documents.length;
  const note = events.more || quotes.more ? reader.words.networkOfFirst(count) : null;
  return networkSection(meetingsIn(events.documents, quotes.documents), null, note, reader);
}
