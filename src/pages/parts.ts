import type { TSchema } from 'typebox';
import type { LocalizedText } from '../model/localized-text.ts';
import type { Mention } from '../model/mention.ts';
import type { Period } from '../model/period.ts';
import { type Html, html, nothing } from '../site/html.ts';
import { fieldName, valueName } from './catalogue.ts';
import type { Reader } from './language.ts';
import { meaningOf } from './meaning.ts';
import { shown } from './texts.ts';

/** A field and its value; null and what is empty is left out. */
export type Field = readonly [name: string, value: Html | string | null];

export function fields(all: readonly Field[], { words }: Reader): Html {
  const told = all.filter(([, value]) => value !== null && `${value}` !== '');
  if (told.length === 0) return nothing;
  return html`<dl class="fields">${told.map(
    ([name, value]) => html`<div><dt>${fieldName(words, name)}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

/** One of a documented list, with what it means. */
export function value(schema: TSchema, of: string, { words }: Reader): Html {
  const meaning = meaningOf(schema, of);
  return html`<span class="tag"${meaning === '' ? nothing : html` title="${meaning}"`}>${valueName(words, of)}</span>`;
}

export function link(list: string, id: string, text: Html | string, { to }: Reader): Html {
  return html`<a href="${to(`/${list}/${id}`)}">${text}</a>`;
}

interface Reference {
  id: string;
  name: LocalizedText;
}

export function linkTo(list: string, reference: Reference | null, reader: Reader): Html | null {
  return reference && link(list, reference.id, shown(reference.name, reader), reader);
}

export function linksTo(list: string, references: readonly Reference[], reader: Reader): Html {
  return inARow(references, (it) => html`${linkTo(list, it, reader)}`);
}

/** Of very many, how many more there are is told. */
export function inARow<Item>(
  all: readonly Item[],
  show: (item: Item) => Html,
  most = mostShown,
): Html {
  const left = all.length - most;
  return html`${all.slice(0, most).map((it, index) => html`${index === 0 ? nothing : ', '}${show(it)}`)}${
    left > 0 ? html` … +${left}` : nothing
  }`;
}

/** So many are shown of what an item may have without end. */
const mostShown = 100;

/** A date as the article has it: in its words, as EDTF, and how far it is known. */
export function date(period: Period | null, reader: Reader): Html | null {
  if (period === null) return null;
  const { edtf, expression, basis, note } = period;
  const parts = [
    ...(edtf === null
      ? []
      : [isDay(edtf) ? html`<time datetime="${edtf}">${edtf}</time>` : html`${edtf}`]),
    ...(expression === null ? [] : [html`<q dir="auto">${expression}</q>`]),
    ...(basis === null ? [] : [html`<span class="tag">${valueName(reader.words, basis)}</span>`]),
    ...(note === null ? [] : [html`<small dir="auto">${note}</small>`]),
  ];
  return parts.length === 0 ? null : html`${parts.map((it) => html`${it} `)}`;
}

function isDay(edtf: string): boolean {
  return /^\d{4}(-\d\d){0,2}$/.test(edtf);
}

/** Where the article states it: the words, and where they stand. */
export function whereStated(
  article: string,
  fact: string,
  mentions: readonly Mention[],
  reader: Reader,
): Html {
  const { words, to } = reader;
  return html`<section><h2>${words.whereStated}</h2>
<ul class="stated">${mentions
    .slice(0, mostShown)
    .map(
      ({ start, end, exact, role }) =>
        html`<li><q dir="auto">${exact}</q> ${role === 'content' ? nothing : html`<span class="tag">${valueName(words, role)}</span> `}<a class="at" href="${to(`/articles/${article}`, { start: String(start) })}#${fact}">${words.charactersFromTo(start, end)}</a></li>`,
    )}</ul></section>`;
}
