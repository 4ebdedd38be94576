import type { FastifyInstance } from 'fastify';
import { kinds, noSuchItem, type Slug, seeList } from '../http/problems.ts';
import { answer } from './answer.ts';
import { escapeHtml, htmlPage } from './html.ts';

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

const footer = `<footer>
<p><a href="/">Start</a> · <a href="/docs">Documentation</a> · <a href="/problems">All errors</a></p>
</footer>`;

/** `/problems` and a page of each kind: what it means, and how to mend it. */
export function registerProblemPages(app: FastifyInstance): void {
  const hidden = { schema: { hide: true } };
  app.get<{ Params: { slug: string } }>('/problems/:slug', hidden, (request, reply) => {
    const { slug } = request.params;
    if (!Object.hasOwn(kinds, slug)) throw noSuchItem('problem', slug, seeList('/problems'));
    const { status, title, remedy } = kinds[slug as Slug];
    return answer(request, reply, { type: `/problems/${slug}`, status, title, remedy }, () =>
      htmlPage(
        title,
        `<main>\n<h1>${escapeHtml(title)}</h1>\n<p>HTTP status ${status}.</p>\n<h2>What to do</h2>\n<p>${escapeHtml(remedy)}</p>\n</main>\n${footer}`,
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
      htmlPage(
        'Errors',
        `<main>\n<h1>Errors</h1>\n${groups.map(section).join('\n')}\n</main>\n${footer}`,
      ),
    );
  });
}

function section({ about, slugs }: (typeof groups)[number]): string {
  const items = slugs.map((slug) => {
    const { status, title, remedy } = kinds[slug];
    const [first] = remedy.split(/(?<=[.:]) /, 1);
    return `<li><a href="/problems/${slug}">${escapeHtml(title)}</a> (${status})<br>${escapeHtml(first?.replace(/:$/, '.') ?? '')}</li>`;
  });
  return `<h2>${about}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}
