import { type Html, html, nothing } from '../site/html.ts';
import type { Reader } from './language.ts';

/** Where the same is as data. */
export function alternatesOf(
  list: string,
  id: string,
): (readonly [type: string, path: string, name: string])[] {
  return [
    ['application/json', `/v1/${list}/${id}`, 'JSON'],
    ['text/csv', `/v1/exports/${list}.csv?id=${id}`, 'CSV'],
    ['application/ld+json', `/${list}/${id}/linked-data`, 'JSON-LD'],
    ['application/vnd.citationstyles.csl+json', `/${list}/${id}/citation.json`, 'CSL-JSON'],
    ['application/x-bibtex', `/${list}/${id}/citation.bib`, 'BibTeX'],
  ];
}

export function takeAway(list: string, id: string, citations: Html, { words }: Reader): Html {
  return html`<section class="take" aria-labelledby="take"><h2 id="take">${words.takeAway}</h2>
<p class="data">${words.thisPageAs} ${alternatesOf(list, id).map(([, path, name], index) => html`${index === 0 ? nothing : ' · '}<a href="${path}">${name}</a>`)}</p>
<h3>${words.cite}</h3>${citations}</section>`;
}
