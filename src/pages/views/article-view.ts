import type { Article } from '../../model/article.ts';
import { isWebAddress } from '../../model/forms.ts';
import { html, nothing } from '../../site/html.ts';
import { languageName, listName } from '../catalogue.ts';
import { fields, link } from '../parts.ts';
import { others, shown } from '../texts.ts';
import { defineView } from './view.ts';

export const articleView = defineView<Article>({
  heading: ({ title, description }, reader) =>
    html`<h1>${shown(title, reader)}</h1>${others(title, reader)}${
      description === null ? nothing : html`<p>${shown(description, reader)}</p>`
    }`,
  card: ({ id, title, description, language }, reader) =>
    html`<p><strong>${link('articles', id, shown(title, reader), reader)}</strong> <span class="tag">${language}</span></p>${
      description === null ? nothing : html`<p>${shown(description, reader)}</p>`
    }`,
  details: ({ id, language, source, counts }, reader) =>
    html`${fields(
      [
        [
          'headline',
          source.headline && html`<span lang="${language}" dir="auto">${source.headline}</span>`,
        ],
        ['byline', source.byline && html`<span dir="auto">${source.byline}</span>`],
        ['publisher', source.publisher && html`<span dir="auto">${source.publisher}</span>`],
        ['published', source.published],
        [
          'url',
          source.url !== null && isWebAddress(source.url)
            ? html`<a href="${source.url}" rel="external nofollow" dir="ltr">${source.url}</a>`
            : null,
        ],
        ['language', languageName(reader.language, language)],
      ],
      reader,
    )}<ul class="counts">${Object.entries(counts)
      .filter(([list]) => list !== 'mentions')
      .map(
        ([list, count]) =>
          html`<li><a href="${reader.to(`/${list}`, { article: id })}">${count.toLocaleString(reader.language)} ${listName(reader.words, list)}</a></li>`,
      )}</ul>`,
});
