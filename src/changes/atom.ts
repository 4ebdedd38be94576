import { hash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import { shownLanguage, shownText } from '../model/localized-text.ts';
import type { ChangesResult } from '../store/plan.ts';

/** What a page of the feed is made of. */
export interface FeedPage {
  found: Pick<ChangesResult, 'changes' | 'articles'>;
  /** Of the database; a secret, of which only what is derived is told. */
  identity: string;
  /** What stands before paths: nothing, where nobody has said what the server is called. */
  base: string;
  /** Paths of this page and, where they are, of others, by their relation (RFC 5005). */
  links: Readonly<Record<string, string | null>>;
}

/** Before anything was written. */
const noTime = '1970-01-01T00:00:00.000Z';

/** The elements of an Atom feed (RFC 4287), as `fast-xml-builder` takes them. */
export function toFeed({ found, identity, base, links }: FeedPage): object {
  const { changes, articles } = found;
  return {
    '@_xmlns': 'http://www.w3.org/2005/Atom',
    '@_xml:lang': 'en',
    id: uuidOf(identity),
    title: 'article-facts: what was put and deleted',
    updated: changes[0]?.time ?? noTime,
    author: { name: 'article-facts' },
    link: Object.entries(links).flatMap(([rel, path]) =>
      path === null ? [] : [link(rel, 'application/atom+xml', base + path)],
    ),
    entry: changes.map((change, index) => {
      const document = articles[index] ?? null;
      return {
        // After a restore, another change may have the same revision.
        id: uuidOf(`${identity} ${change.revision} ${change.mark}`),
        updated: change.time,
        ...(change.author !== null && { author: { name: change.author } }),
        category: { '@_term': change.kind },
        ...(change.kind === 'put' && document !== null
          ? toPut(JSON.parse(document), base)
          : toGone(change)),
      };
    }),
  };
}

/** As the article is by now. */
function toPut({ id, language, title }: Article, base: string): object {
  const path = `${base}/v1/articles/${id}`;
  const own = title[language] ?? '';
  return {
    title: inLanguage(shownLanguage(title), shownText(title)),
    ...(own !== shownText(title) && { summary: inLanguage(language, own) }),
    link: [
      // Of a type that is no page, some readers would take no notice.
      { '@_rel': 'alternate', '@_href': path },
      link('related', 'application/json', `${path}/bundle`),
    ],
  };
}

/** Its title is gone with it. What has no page of its own must have content. */
function toGone({ kind, article }: FeedPage['found']['changes'][number]): object {
  return {
    title: kind === 'delete' ? `Deleted: ${article}` : article,
    content:
      kind === 'delete'
        ? `The article ${article} was deleted, with all its facts.`
        : `The article ${article} was put; it was deleted later.`,
  };
}

function link(rel: string, type: string, href: string): object {
  return { '@_rel': rel, '@_type': type, '@_href': href };
}

function inLanguage(language: string, text: string): object {
  return { '@_xml:lang': language, '#text': text.replaceAll(unfit, '\uFFFD') };
}

/** What XML 1.0 has no way to write. */
const unfit = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A UUID that follows from a name, and that nobody gets the name from (RFC 9562, version 8). */
function uuidOf(name: string): string {
  const bytes = hash('sha256', name, 'buffer').subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}
