import { type Html, html } from '../../site/html.ts';
import type { Reader } from '../language.ts';
import { bibtexOf } from './bibtex.ts';
import type { Citation } from './cite.ts';

/** MLA (9th edition), APA (7th edition) and BibTeX, to be copied. */
export function inStyles(citation: Citation, { words }: Reader): Html {
  const { language } = citation;
  return html`<dl class="citations" aria-label="${words.cite}">
<div><dt>MLA</dt><dd lang="en" dir="ltr">${mla(citation)}</dd></div>
<div><dt>APA</dt><dd lang="en" dir="ltr">${apa(citation)}</dd></div>
<div><dt>BibTeX</dt><dd><pre tabindex="0" lang="${language}" dir="ltr">${bibtexOf(citation)}</pre></dd></div>
</dl>`;
}

const short = [
  'Jan.',
  'Feb.',
  'Mar.',
  'Apr.',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];
const long = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Author. “Title.” *Container*, day month year, url. */
export function mla({ author, title, isDescribed, container, issued, url }: Citation): string {
  const [year, month, day] = issued ?? [];
  const date = [day, month && short[month - 1], year].filter((it) => it !== undefined).join(' ');
  const what = isDescribed ? closed(title) : `“${closed(title)}”`;
  const where = [container, date, url.replace(/^https?:\/\//, '')].filter(
    (it) => it !== null && it !== '',
  );
  return [author === null ? null : closed(author), what, `${where.join(', ')}.`]
    .filter((it) => it !== null)
    .join(' ');
}

/** Author. (year, month day). Title. *Container*. url */
export function apa({ author, title, isDescribed, container, issued, url }: Citation): string {
  const [year, month, day] = issued ?? [];
  const rest = [month && long[month - 1], day].filter((it) => it !== undefined).join(' ');
  const date = `(${year === undefined ? 'n.d.' : [year, rest].filter((it) => it !== '').join(', ')}).`;
  const what = isDescribed ? `[${title}].` : closed(title);
  // Without an author, the title stands in that place.
  const start = author === null ? [what, date] : [closed(author), date, what];
  return [...start, container === null ? null : closed(container), url]
    .filter((it) => it !== null)
    .join(' ');
}

function closed(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}
