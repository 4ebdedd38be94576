import type { FastifyInstance } from 'fastify';
import { kinds, type Slug } from '../http/problem-kinds.ts';
import { noSuchItem, seeList } from '../http/problems.ts';
import { answer } from './answer.ts';
import { type Html, html } from './html.ts';
import { onwards, plainPage } from './plain-page.ts';

/** Every kind of error once, by what one was about to do; what is met most comes first. */
const groups: readonly { about: string; slugs: readonly Slug[] }[] = [
  {
    about: 'Asking',
    slugs: [
      'invalid-parameter',
      'not-found',
      'invalid-cursor',
      'cursor-gone',
      'method-not-allowed',
    ],
  },
  {
    about: 'Writing and verifying',
    slugs: [
      'invalid-body',
      'conflict',
      'unauthorized',
      'read-only',
      'precondition-failed',
      'too-many-requests',
      'unsupported-media-type',
      'body-too-large',
    ],
  },
  { about: 'The server', slugs: ['unavailable', 'internal-error', 'insufficient-storage'] },
  {
    about: 'HTTP itself',
    slugs: [
      'url-too-long',
      'headers-too-large',
      'request-timeout',
      'malformed-request',
      'expectation-failed',
      'foreign-origin',
    ],
  },
];

const footer = html`<footer>${onwards}</footer>`;

/** `/problems` and a page of each kind: what it means, and how to mend it. */
export function registerProblemPages(app: FastifyInstance): void {
  const hidden = { schema: { hide: true } };
  app.get<{ Params: { slug: string } }>('/problems/:slug', hidden, (request, reply) => {
    const { slug } = request.params;
    if (!Object.hasOwn(kinds, slug)) throw noSuchItem('problem', slug, seeList('/problems'));
    const { status, title, remedy } = kinds[slug as Slug];
    return answer(request, reply, { type: `/problems/${slug}`, status, title, remedy }, () =>
      plainPage(
        title,
        html`<main>
<h1>${title}</h1>
<p>HTTP status ${status}.</p>
<h2>What to do</h2>
<p>${remedy}</p>
</main>
${footer}`,
      ),
    );
  });
  app.get('/problems', hidden, (request, reply) => {
    const problems = groups.flatMap(({ slugs }) =>
      slugs.map((slug) => {
        const { status, title } = kinds[slug];
        return { type: `/problems/${slug}`, status, title };
      }),
    );
    return answer(request, reply, { problems }, () =>
      plainPage(
        'Errors',
        html`<main>
<h1>Errors</h1>
${groups.map(section)}
</main>
${footer}`,
      ),
    );
  });
}

function section({ about, slugs }: (typeof groups)[number]): Html {
  const items = slugs.map((slug) => {
    const { status, title, remedy } = kinds[slug];
    const [first] = remedy.split(/(?<=[.:]) /, 1);
    return html`<li><a href="/problems/${slug}">${title}</a> (${status})<br>${first?.replace(/:$/, '.')}</li>
`;
  });
  return html`<h2>${about}</h2>
<ul>${items}</ul>
`;
}
