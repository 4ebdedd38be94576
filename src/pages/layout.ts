import { type Html, html, jsonScript, nothing } from '../site/html.ts';
import { icon } from '../site/plain-page.ts';
import type { Assets } from './assets.ts';
import { catalogues, listName, uiLanguages } from './catalogue.ts';
import { hiddenLanguage } from './filter-form.ts';
import { directionOf, type Reader } from './language.ts';
import { cutOff, plain } from './texts.ts';

/** A page, as it is put into what all pages have. */
export interface Page {
  title: string;
  /** For whoever shows a link to it. */
  description?: string | null;
  /** The language of title and description, where it isn't that of the page. */
  titleLanguage?: string;
  /** What it is in Open Graph. */
  kind?: 'article' | 'profile' | 'website';
  /** Without the language that was asked for. */
  path: string;
  /** In schema.org's terms, with what our own context adds. */
  linkedData?: object;
  /** The same as data: media type and path. */
  alternates?: readonly (readonly [type: string, path: string])[];
  /** Scripts that it needs. */
  scripts?: readonly string[];
  main: Html;
}

const lists = ['articles', 'quotes', 'actors', 'places', 'events', 'statistics'];

export function writePage(page: Page, reader: Reader, assets: Assets): string {
  const { words, language, to } = reader;
  const title = cutOff(plain(page.title), 200);
  const name = title === 'article-facts' ? title : `${title} · article-facts`;
  const address = reader.base + page.path;
  return `${html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
${
  page.description
    ? html`<meta name="description" content="${cutOff(plain(page.description), 300)}">
<meta property="og:description" content="${cutOff(plain(page.description), 300)}">`
    : nothing
}
<meta property="og:title" content="${title}">
<meta property="og:type" content="${page.kind ?? 'website'}">
<meta property="og:url" content="${address}">
<meta property="og:site_name" content="article-facts">
<meta property="og:locale" content="${(page.titleLanguage ?? language).replace('-', '_')}">
<link rel="canonical" href="${address}">
${uiLanguages.map((it) => html`<link rel="alternate" hreflang="${it}" href="${otherLanguage(page.path, it)}">`)}
${(page.alternates ?? []).map(([type, path]) => html`<link rel="alternate" type="${type}" href="${path}">`)}
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<link rel="stylesheet" href="${assets.style}">
${(page.scripts ?? []).map((path) => html`<script type="module" src="${path}"></script>`)}
${page.linkedData === undefined ? nothing : jsonScript('application/ld+json', page.linkedData)}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="site">
<a class="home" href="${to('/')}"><span aria-hidden="true">❝</span> article-facts</a>
${isAt(page.path, 'search') ? nothing : searchForm(reader)}
<nav aria-label="article-facts"><ul>
${lists.map((it) => html`<li><a href="${to(`/${it}`)}"${isAt(page.path, it) ? html` aria-current="page"` : nothing}>${listName(words, it)}</a></li>`)}
</ul></nav>
</header>
<main id="main" tabindex="-1">
${page.main}
</main>
<footer class="site">
<p>${words.otherLanguage} ${uiLanguages
    .filter((it) => it !== language)
    .map(
      (it) =>
        html`<a lang="${it}" hreflang="${it}" href="${otherLanguage(page.path, it)}">${catalogues[it].name}</a>`,
    )} · <a href="/docs">API</a></p>
</footer>
</body>
</html>
`}`;
}

/** On every page but that of search, which has a form of its own. */
function searchForm(reader: Reader): Html {
  const { words } = reader;
  return html`<form role="search" action="/search">${hiddenLanguage(reader)}
<input type="search" name="q" required maxlength="500" aria-label="${words.searchFor}" placeholder="${words.search}">
<button>${words.find}</button>
</form>`;
}

function isAt(path: string, list: string): boolean {
  return path === `/${list}` || path.startsWith(`/${list}?`);
}

function otherLanguage(path: string, language: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}ui=${language}`;
}
