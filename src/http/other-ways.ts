import { daysOf } from '../model/day.ts';

/**
 * How things are asked for here that other APIs ask for by these names. Each says which parameter it is
 * here; where a list doesn't have that, it isn't told.
 */
const otherWays: readonly { names: readonly string[]; parameter: string; way: string }[] = [
  {
    names: ['page', 'offset', 'skip', 'startindex', 'pagetoken', 'after', 'before', 'continue'],
    parameter: 'cursor',
    way: 'to go on, send `page.next` of the page before as `cursor`',
  },
  {
    names: ['perpage', 'pagesize', 'size', 'per', 'top', 'first', 'maxresults', 'rows'],
    parameter: 'limit',
    way: 'how many items a page has is `limit`, from 1 to 100',
  },
  {
    names: ['sortby', 'orderby', 'ordering', 'sortorder', 'direction', 'dir', 'desc', 'reverse'],
    parameter: 'sort',
    way: 'the order is `sort=…`, and `order=desc` turns it round',
  },
  {
    names: ['query', 'search', 'keyword', 'keywords', 'term', 'terms', 's', 'contains', 'filter'],
    parameter: 'q',
    way: 'words are looked for by `q`',
  },
  {
    names: ['since', 'startdate', 'datefrom', 'fromdate', 'mindate'],
    parameter: 'from',
    way: 'the first day is `from`',
  },
  {
    names: ['until', 'enddate', 'dateto', 'todate', 'maxdate'],
    parameter: 'to',
    way: 'the last day is `to`',
  },
  {
    names: ['total', 'withcount', 'counts', 'includetotal'],
    parameter: 'count',
    way: '`count=exact` counts all items',
  },
  {
    names: ['fields', 'select', 'include', 'expand', 'embed', 'populate', 'exclude', 'attributes'],
    parameter: 'limit',
    way: 'every item has all its fields, and its references have kind and name',
  },
  {
    names: ['format', 'output', 'alt', 'type'],
    parameter: 'limit',
    way: 'lists are JSON; as CSV or NDJSON they are under /v1/exports',
  },
];

/** @returns how what is called so elsewhere is asked for here; null where that isn't known */
export function tellOtherWay(name: string, known: readonly string[]): string | null {
  const plain = name.toLowerCase().replaceAll(/[-_$.[\]]/g, '');
  const found = otherWays.find(
    ({ names, parameter }) => names.includes(plain) && known.includes(parameter),
  );
  return found === undefined ? null : `is not a parameter here; ${found.way}`;
}

/** @returns how an order that is written as elsewhere (`-date`, `date:desc`, `date desc`) is written here, or null */
export function tellOtherOrder(sort: string): string | null {
  const [, sign, key, direction] =
    /^([-+]?)([A-Za-z]{1,50})(?:[ :,.](asc|desc|ASC|DESC|ascending|descending))?$/.exec(sort) ?? [];
  if (key === undefined || (sign === '' && direction === undefined)) return null;
  const isDescending = sign === '-' || direction?.toLowerCase().startsWith('desc') === true;
  return `is written sort=${key}&order=${isDescending ? 'desc' : 'asc'} here`;
}

/** @returns which days are meant, where a month or a year was given for one; null where neither was */
export function tellDays(text: string): string | null {
  const [, year = '', month] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  if (year === '') return null;
  const last = month ?? '12';
  const end = `${year}-${last}-${daysOf(Number(year), Number(last))}`;
  return `must be a day; of ${text} the first is ${year}-${month ?? '01'}-01, the last ${end}`;
}
