import type { TSchema } from 'typebox';
import type { ListQuery } from '../http/listing.ts';
import { schemaBehind } from '../model/schema.ts';
import type { Resource } from '../resource/resource.ts';
import { filterParameters } from '../resource/selection.ts';
import { type Html, html, nothing } from '../site/html.ts';
import { fieldName, valueName } from './catalogue.ts';
import type { Reader } from './language.ts';
import { meaningOf } from './meaning.ts';

interface Parameter {
  type?: string;
  format?: string;
  enum?: readonly string[];
  items?: TSchema;
  description?: string;
  minimum?: number;
  maxLength?: number;
  pattern?: string;
}

/** These are offered at once, the others where more are asked for. */
const first = new Set(['q', 'kind', 'status', 'polarity', 'from', 'to', 'language', 'type']);

/** The filters of a list as a form: what it declares, with what is asked for now. */
export function filterForm(resource: Resource, query: ListQuery, reader: Reader): Html {
  const { words } = reader;
  const { not, ...parameters } = filterParameters(resource);
  const controls = Object.entries(parameters).map(([name, schema]) => {
    return { name, control: control(name, schema, query[name], reader) };
  });
  const rest = controls.filter(({ name }) => !first.has(name));
  const isUsed = rest.some(({ name }) => query[name] !== undefined);
  return html`<form class="filters" aria-label="${words.filters}">
${controls.filter(({ name }) => first.has(name)).map((it) => it.control)}
${rest.length === 0 ? nothing : html`<details${isUsed ? html` open` : nothing}><summary>${words.moreFilters}</summary>${rest.map((it) => it.control)}</details>`}
${orderControls(resource, query, reader)}
${(query.not ?? []).flatMap(([field, values]) => values.map((it) => html`<input type="hidden" name="not" value="${`${field}:${it}`}">`))}
${hiddenLanguage(reader)}
<p class="buttons"><button>${words.apply}</button> <a href="${reader.to(`/${resource.name}`)}">${words.clear}</a></p>
</form>`;
}

/** Keeps the language that was asked for. */
export function hiddenLanguage({ to, language }: Reader): Html {
  return to('/') === '/' ? nothing : html`<input type="hidden" name="ui" value="${language}">`;
}

function orderControls({ orders }: Resource, query: ListQuery, { words }: Reader): Html {
  const keys = Object.keys(orders);
  const { sort = keys[0], order = 'asc' } = query;
  const directions = [
    ['asc', words.ascending],
    ['desc', words.descending],
  ] as const;
  return html`<div><label for="sort">${words.sortedBy}</label><select id="sort" name="sort">${keys.map((it) => option(it, fieldName(words, it), it === sort))}</select></div>
<div><label for="order">${words.order}</label><select id="order" name="order">${directions.map(([it, name]) => option(it, name, it === order))}</select></div>`;
}

export function control(name: string, schema: TSchema, asked: unknown, reader: Reader): Html {
  const { words } = reader;
  const parameter = schema as Parameter;
  const item = (
    parameter.items ? schemaBehind(parameter.items) : schemaBehind(schema)
  ) as Parameter;
  const values = asked === undefined ? [] : [asked].flat().map(String);
  const label = name === 'q' ? words.searchFor : fieldName(words, name);
  const hint = parameter.description?.replaceAll('`', '') ?? '';
  const about = html`id="filter-${name}" name="${name}" title="${hint}"`;
  return html`<div><label for="filter-${name}">${label}</label>${input()}</div>`;

  function input(): Html {
    if (item.enum !== undefined)
      return html`<select ${about}${values.length > 1 ? html` multiple` : nothing}><option value="">${words.any}</option>${item.enum.map(
        (it) =>
          option(it, valueName(words, it), values.includes(it), meaningOf(item as TSchema, it)),
      )}</select>`;
    if (item.type === 'boolean')
      return html`<select ${about}><option value="">${words.any}</option>${option('true', words.yes, values[0] === 'true')}${option('false', words.no, values[0] === 'false')}</select>`;
    const [type, more] = kindOfInput(parameter.items ? item : parameter);
    return html`<input ${about} type="${type}"${more} dir="auto" value="${values.join()}">`;
  }
}

/** A day is typed as it is written everywhere here: browsers would ask for it in the form of their country. */
function kindOfInput({ type, format }: Parameter): [type: string, more: Html] {
  if (type === 'integer') return ['number', nothing];
  if (type === 'number') return ['number', html` step="any"`];
  if (format === 'day') return ['text', html` placeholder="2024-05-16"`];
  return ['text', nothing];
}

function option(value: string, name: string, isChosen: boolean, meaning = ''): Html {
  return html`<option value="${value}"${isChosen ? html` selected` : nothing}${meaning === '' ? nothing : html` title="${meaning}"`}>${name}</option>`;
}
