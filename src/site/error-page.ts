import type { Problem } from '../http/problem.ts';
import { kinds, type Slug } from '../http/problem-kinds.ts';
import { html, nothing } from './html.ts';
import { nearestRequest } from './nearest-request.ts';
import { onwards, plainPage } from './plain-page.ts';

/**
 * What a browser shows of an error: what was wrong, where, and what to do.
 * @param url that was asked for: path and query
 */
export function errorPage(problem: Problem, url: string): string {
  const { type, title, status, detail, instance, errors } = problem;
  const { remedy } = kinds[type.slice('/problems/'.length) as Slug];
  const nearest = nearestRequest(problem, url);
  const faults = errors.map(
    (it) => html`<li><code>${it.name || '(the whole)'}</code> (${it.in}) ${it.detail}</li>`,
  );
  return plainPage(
    title,
    html`<main>
<h1>${title}</h1>
<p>${detail}</p>
${
  // Of one alone, the detail says it all.
  faults.length > 1 ? html`<ul>${faults}</ul>` : nothing
}
${nearest === null ? nothing : html`<p><a class="request" href="${nearest}"><code>GET ${nearest}</code></a></p>`}
<h2>What to do</h2>
<p>${remedy}</p>
<footer>
<p>HTTP status ${status}.${instance === null ? nothing : html` The server’s log has it as <code>${instance}</code>.`}</p>
${onwards}
</footer>
</main>`,
  );
}
