import { daysOf, isDay } from '../model/day.ts';

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
    names: [
      'perpage',
      'pagesize',
      'size',
      'per',
      'top',
      'first',
      'last',
      'maxresults',
      'rows',
      'n',
    ],
    parameter: 'limit',
    way: 'how many items a page has is `limit`, from 1 to 100',
  },
  {
    names: [
      'sortby',
      'orderby',
      'ordering',
      'sortorder',
      'direction',
      'dir',
      'desc',
      'asc',
      'reverse',
    ],
    parameter: 'sort',
    way: 'the order is `sort=…`, and `order=desc` turns it round',
  },
  {
    names: [
      'query',
      'search',
      'searchterm',
      'keyword',
      'keywords',
      'term',
      'terms',
      's',
      'contains',
    ],
    parameter: 'q',
    way: 'words are looked for by `q`',
  },
  {
    names: ['text', 'title', 'name', 'headline', 'words', 'fulltext'],
    parameter: 'q',
    way: 'words, of names, titles and texts, are looked for by `q`',
  },
  {
    names: ['since', 'startdate', 'datefrom', 'fromdate', 'mindate', 'dateafter', 'publishedafter'],
    parameter: 'from',
    way: 'the first day is `from`',
  },
  {
    names: ['until', 'enddate', 'dateto', 'todate', 'maxdate', 'datebefore', 'publishedbefore'],
    parameter: 'to',
    way: 'the last day is `to`',
  },
  {
    names: ['date', 'day', 'month', 'year', 'when', 'published', 'period'],
    parameter: 'from',
    way: 'days are asked for by `from` and `to`',
  },
  {
    names: ['total', 'withcount', 'counts', 'includetotal'],
    parameter: 'count',
    way: '`count=exact` counts all items',
  },
  {
    names: ['facet', 'aggs', 'aggregations', 'groupby', 'group'],
    parameter: 'facets',
    way: 'the values of a field are counted by `facets=…`',
  },
  { names: ['lang', 'locale'], parameter: 'language', way: 'the language is `language`' },
  {
    names: ['author', 'actor', 'person', 'by', 'saidby'],
    parameter: 'speaker',
    way: 'who says it is `speaker`',
  },
  {
    names: ['actor', 'person', 'who'],
    parameter: 'participant',
    way: 'who takes part is `participant`',
  },
  {
    names: ['actor', 'about', 'topic'],
    parameter: 'subject',
    way: 'what it is about is `subject`',
  },
  {
    names: ['location', 'where', 'city', 'country'],
    parameter: 'place',
    way: 'where it is is `place`',
  },
  { names: ['type', 'category'], parameter: 'kind', way: 'which kind it is is `kind`' },
  {
    names: ['fields', 'select', 'include', 'expand', 'embed', 'populate', 'attributes', 'view'],
    parameter: 'limit',
    way: 'every item has all its fields, and its references have kind and name',
  },
  {
    names: ['format', 'output', 'alt'],
    parameter: 'limit',
    way: 'lists are JSON; as CSV or NDJSON they are under /v1/exports',
  },
];

/** @returns how what is called so elsewhere is asked for here; null where that isn't known */
export function tellOtherWay(name: string, known: readonly string[]): string | null {
  const filter = tellOtherFilter(name, known);
  if (filter !== null) return `is not a parameter here; ${filter}`;
  const plain = name.toLowerCase().replaceAll(/[-_$.[\]]/g, '');
  const found = otherWays.find(
    ({ names, parameter }) => names.includes(plain) && known.includes(parameter),
  );
  return found === undefined ? null : `is not a parameter here; ${found.way}`;
}

const excluding = ['exclude', 'excluding', 'without', 'except', 'not', 'ne', 'neq', 'nin'];
const filtering = ['filter', 'filters', 'where'];
const comparing = ['eq', 'in', 'is', 'any', 'contains'];

/** Of `filter[kind]`, `kind__in`, `kind[ne]`, `exclude_kind`, `kind!`: how such a filter is written here. */
function tellOtherFilter(name: string, known: readonly string[]): string | null {
  const words = name.split(/[^A-Za-z]+/).filter((it) => it !== '');
  const field = words.find((it) => known.includes(it) && !excluding.includes(it));
  const hasOne = (of: readonly string[]) => words.some((it) => of.includes(it.toLowerCase()));
  if (known.includes('not') && (hasOne(excluding) || /[!-]$|^[!-]/.test(name)))
    return `what is to be left out is written \`not=${field ?? 'field'}:value\``;
  if (field !== undefined && hasOne([...filtering, ...comparing])) return `write \`${field}=…\``;
  return hasOne(filtering) ? 'each filter is a parameter of its own, like `kind=…`' : null;
}

/** @returns how an order that is written as elsewhere (`-date`, `date:desc`, `date desc`) is written here, or null */
export function tellOtherOrder(sort: string): string | null {
  const [, sign, key, direction] =
    /^([-+]?)([A-Za-z]{1,50})(?:[ :,.](asc|desc|ASC|DESC|ascending|descending))?$/.exec(sort) ?? [];
  if (key === undefined || (sign === '' && direction === undefined)) return null;
  const isDescending = sign === '-' || direction?.toLowerCase().startsWith('desc') === true;
  return `is written sort=${key}&order=${isDescending ? 'desc' : 'asc'} here`;
}

/** @returns which days are meant, where something else was given for one; null where that isn't known */
export function tellDays(text: string): string | null {
  const [, year = '', month = '', rest = ''] =
    /^(\d{4})(?:[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2}.*))?)?$/s.exec(text) ?? [];
  if (year === '' || isDay(text)) return null;
  const months = month === '' ? ['01', '12'] : [month.padStart(2, '0'), month.padStart(2, '0')];
  const [from = '', to = ''] = months;
  if (rest !== '') {
    const [, day = ''] = /^(\d{1,2})(?:[T ].*)?$/s.exec(rest) ?? [];
    const written = `${year}-${from}-${day.padStart(2, '0')}`;
    return isDay(written) ? `must be a day; ${text.slice(0, 40)} is ${written}` : null;
  }
  const first = `${year}-${from}-01`;
  if (!isDay(first)) return null;
  return `must be a day; of ${text} the first is ${first}, the last ${year}-${to}-${daysOf(Number(year), Number(to))}`;
}
