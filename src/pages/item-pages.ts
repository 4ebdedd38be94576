import type { FastifyInstance } from 'fastify';
import { contextPath } from '../linked-data/context.ts';
import type { LocalizedText } from '../model/localized-text.ts';
import { isUnsaid, type Quote } from '../model/quote.ts';
import { readItem } from '../resource/read-item.ts';
import type { Resource } from '../resource/resource.ts';
import { type Html, html, nothing } from '../site/html.ts';
import { listName, typeName } from './catalogue.ts';
import { bibtexOf } from './citation/bibtex.ts';
import { cite } from './citation/cite.ts';
import { cslOf } from './citation/csl.ts';
import { inStyles } from './citation/styles.ts';
import type { InOrderQuery } from './in-order.ts';
import { type Reader, readerOf } from './language.ts';
import type { Site } from './pages.ts';
import { pageRoute, type UiQuery } from './parameters.ts';
import { link } from './parts.ts';
import { readWhole } from './read-whole.ts';
import { sendPage } from './send.ts';
import { alternatesOf, takeAway } from './take-away.ts';
import { titleLanguage } from './texts.ts';
import { viewOf } from './views/views.ts';

/** An item with a page: how it is told in linked data, what its title is, and what else its page has. */
export interface Paged {
  resource: Resource;
  titleOf(document: unknown): LocalizedText;
  toLinkedData(document: unknown): object;
  /** Sections below the item itself, and the scripts of them. */
  more(id: string, document: unknown, reader: Reader, query: UiQuery & InOrderQuery): Promise<Html>;
  parameters?: Parameters<typeof pageRoute>[1];
  scripts?: readonly string[];
}

/** `/quotes/{id}` and the like, and what can be taken away of each. */
export function registerItemPage(app: FastifyInstance, paged: Paged, site: Site): void {
  const { resource, titleOf, toLinkedData } = paged;
  const { name, singular } = resource;
  const { store, assets, publicUrl } = site;
  const hidden = { schema: { hide: true } };
  const readText = (id: string) => readItem(store, resource, id);
  const read = async (id: string) => JSON.parse(await readText(id));

  app.get<{ Params: { id: string }; Querystring: UiQuery & InOrderQuery }>(
    `/${name}/:id`,
    pageRoute(app, paged.parameters),
    async (request, reply) => {
      const { id } = request.params;
      const reader = readerOf(request, request.query.ui, publicUrl);
      const { document, around: sections } = await readWhole(
        () => readText(id),
        (found) => paged.more(id, found, reader, request.query),
      );
      const title = titleOf(document);
      const language = titleLanguage(singular, title, reader);
      const { heading, details } = viewOf(name);
      const { article = null, description = null } = document as {
        article?: string;
        description?: LocalizedText | null;
      };
      const citation = cite(resource, document, title, reader);
      return sendPage(
        reply,
        {
          title:
            name === 'quotes' && isUnsaid(document as Quote)
              ? citation.title
              : (title[language] ?? id),
          titleLanguage: language,
          description: description && (description[titleLanguage('', description, reader)] ?? null),
          kind: name === 'articles' ? 'article' : name === 'actors' ? 'profile' : 'website',
          path: `/${name}/${id}`,
          linkedData: withContext(toLinkedData(document), reader.base),
          alternates: alternatesOf(name, id).map(([type, path]) => [type, path] as const),
          scripts: paged.scripts ?? [],
          main: html`<p class="crumbs"><a href="${reader.to(`/${name}`)}">${listName(reader.words, name)}</a> › ${typeName(reader.words, singular)}${
            article === null
              ? nothing
              : html` · ${reader.words.article}: ${link('articles', article, article, reader)}`
          }</p>
<article class="item">${heading(document, reader)}
${details(document, reader)}</article>
${sections}
${takeAway(name, id, inStyles(citation, reader), reader)}`,
        },
        reader,
        assets,
      );
    },
  );

  app.get<{ Params: { id: string } }>(
    `/${name}/:id/linked-data`,
    hidden,
    async (request, reply) => {
      const node = toLinkedData(await read(request.params.id));
      const { base } = readerOf(request, undefined, publicUrl);
      return reply.type('application/ld+json').send(JSON.stringify(withContext(node, base)));
    },
  );
  app.get<{ Params: { id: string } }>(
    `/${name}/:id/citation.json`,
    hidden,
    async (request, reply) => {
      const document = await read(request.params.id);
      const reader = readerOf(request, undefined, publicUrl);
      const citation = cite(resource, document, titleOf(document), reader);
      return reply
        .type('application/vnd.citationstyles.csl+json')
        .send(JSON.stringify([cslOf(citation)]));
    },
  );
  app.get<{ Params: { id: string } }>(
    `/${name}/:id/citation.bib`,
    hidden,
    async (request, reply) => {
      const document = await read(request.params.id);
      const reader = readerOf(request, undefined, publicUrl);
      const citation = cite(resource, document, titleOf(document), reader);
      return reply.type('application/x-bibtex; charset=utf-8').send(bibtexOf(citation));
    },
  );
}

/** In the terms of schema.org, and in ours where it has none. */
function withContext(node: object, base: string): object {
  return { '@context': ['https://schema.org/', `${base}${contextPath}`], ...node };
}
