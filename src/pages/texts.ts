import { type LocalizedText, shownLanguage } from '../model/localized-text.ts';
import { type Html, html, nothing } from '../site/html.ts';
import { directionOf, type Reader } from './language.ts';

/** A text in its language and direction, apart from the direction of what stands around it. */
export function inLanguage(language: string, text: string): Html {
  return html`<span lang="${language}" dir="${directionOf(language)}">${text}</span>`;
}

/** The reader's language where there is that, else what is shown everywhere. */
export function languageFor(text: LocalizedText, { language }: Reader): string {
  return text[language] === undefined ? shownLanguage(text) : language;
}

/** What was said is called by its own words, never by a translation alone; theirs come first. */
export function titleLanguage(type: string, title: LocalizedText, reader: Reader): string {
  const [own] = Object.keys(title);
  return type === 'quote' && own !== undefined ? own : languageFor(title, reader);
}

export function shown(text: LocalizedText, reader: Reader): Html {
  const language = languageFor(text, reader);
  return inLanguage(language, text[language] ?? '');
}

/** The text in its other languages, in small. */
export function others(text: LocalizedText, reader: Reader): Html {
  const first = languageFor(text, reader);
  const rest = Object.entries(text).filter(([, value]) => value !== text[first]);
  if (rest.length === 0) return nothing;
  return html`<ul class="others">${rest.map(
    ([language, value]) =>
      html`<li><span class="tag">${language}</span> ${inLanguage(language, value)}</li>`,
  )}</ul>`;
}

/** For titles and attributes, where nothing keeps a text apart: without what turns the direction of others. */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}

export function cutOff(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}
