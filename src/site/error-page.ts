import { kinds, type Problem, type Slug } from '../http/problems.ts';
import { escapeHtml, htmlPage } from './html.ts';
import { nearestRequest } from './nearest-request.ts';

/**
 * What a browser shows of an error: what was wrong, where, and what to do.
 * @param url that was asked for: path and query
 */
export function errorPage(problem: Problem, url: string): string {
  const { type, title, status, detail, instance, errors } = problem;
  const { remedy } = kinds[type.slice('/problems/'.length) as Slug];
  const nearest = nearestRequest(problem, url);
  const faults = errors.map(
    (it) =>
      `<li><code>${escapeHtml(it.name || '(the whole)')}</code> (${it.in}) ${escapeHtml(it.detail)}</li>`,
  );
  const parts = [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(detail)}</p>`,
    // Of one alone, the detail says it all.
    ...(faults.length > 1 ? [`<ul>\n${faults.join('\n')}\n</ul>`] : []),
    ...(nearest === null
      ? []
      : [
          `<p><a class="request" href="${escapeHtml(nearest)}"><code>GET ${escapeHtml(nearest)}</code></a></p>`,
        ]),
    `<h2>What to do</h2>\n<p>${escapeHtml(remedy)}</p>`,
    `<footer>\n<p>HTTP status ${status}.${instance === null ? '' : ` The server’s log has it as <code>${escapeHtml(instance)}</code>.`}</p>`,
    `<p><a href="/">Start</a> · <a href="/docs">Documentation</a> · <a href="/problems">All errors</a></p>\n</footer>`,
  ];
  return htmlPage(title, `<main>\n${parts.join('\n')}\n</main>`);
}
