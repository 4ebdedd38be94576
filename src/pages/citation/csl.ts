import type { Citation } from './cite.ts';

/** CSL-JSON (schema 1.0.2), which Zotero and others read. */
export function cslOf({
  id,
  kind,
  title,
  language,
  author,
  container,
  issued,
  url,
  note,
}: Citation) {
  return {
    id,
    type: kind === 'newspaper' ? 'article-newspaper' : 'entry',
    title,
    language,
    ...(author !== null && { author: [{ literal: author }] }),
    ...(container !== null && { 'container-title': container }),
    ...(issued !== null && { issued: { 'date-parts': [issued] } }),
    URL: url,
    ...(note !== null && { note }),
  };
}
