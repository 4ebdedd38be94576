import type { Article } from '../../model/article.ts';
import type { LocalizedText } from '../../model/localized-text.ts';
import type { Mention } from '../../model/mention.ts';
import { daysOfPublished } from '../../model/published.ts';
import type { Quote } from '../../model/quote.ts';
import type { Resource } from '../../resource/resource.ts';
import { valueName } from '../catalogue.ts';
import type { Reader } from '../language.ts';
import { languageFor, plain, titleLanguage } from '../texts.ts';

/** What is cited: a published article, or what this server says of something. */
export interface Citation {
  id: string;
  kind: 'newspaper' | 'entry';
  title: string;
  /** Whether the title is ours, which styles put in brackets. */
  isDescribed: boolean;
  language: string;
  /** As published, names and all. */
  author: string | null;
  container: string | null;
  /** The day, month or year of publication, as numbers. */
  issued: readonly number[] | null;
  url: string;
  /** Where the article says so. */
  note: string | null;
}

export function cite(
  { name, singular }: Resource,
  document: unknown,
  title: LocalizedText,
  reader: Reader,
): Citation {
  const { id } = document as { id: string };
  const here = `${reader.base}/${name}/${id}`;
  if (name === 'articles') return citeArticle(document as Article, here, reader);
  const language = titleLanguage(singular, title, reader);
  const {
    article = null,
    kind = null,
    polarity = null,
    mentions = [],
  } = document as { article?: string; kind?: string; polarity?: string; mentions?: Mention[] };
  // Of a quote, the kind says whose words these are, and the polarity whether they were said.
  const said = polarity === null || polarity === 'affirmed' ? '' : `${polarity} `;
  const what = singular === 'quote' ? `${said}${kind} quote` : singular;
  const at = mentions
    .filter(({ role }) => role === 'content')
    .map(({ start, end }) => `${start}–${end}`);
  return {
    id,
    kind: 'entry',
    title: plain(
      singular === 'quote' ? saying(document as Quote, reader) : (title[language] ?? id),
    ),
    isDescribed: true,
    language,
    author: null,
    container: 'article-facts',
    issued: null,
    url: here,
    note:
      article === null
        ? what
        : `${what} ${id} of the article ${article}, characters ${at.join(', ')}`,
  };
}

/** Who said it, or didn't: only words of their own stand in quotation marks. */
function saying({ kind, polarity, speakers, unnamedSpeaker, text }: Quote, reader: Reader): string {
  const names = speakers.map(({ name }) => name[languageFor(name, reader)] ?? '');
  const who = [...names, ...(unnamedSpeaker === null ? [] : [unnamedSpeaker])].join(', ');
  const said = polarity === 'affirmed' ? '' : `[${valueName(reader.words, polarity)}]`;
  const before = [who, said].filter((it) => it !== '').join(' ');
  return `${before === '' ? '' : `${before}: `}${kind === 'direct' ? `“${text}”` : text}`;
}

function citeArticle(
  { id, title, language, source }: Article,
  here: string,
  reader: Reader,
): Citation {
  const own = languageFor(title, reader);
  return {
    id,
    kind: 'newspaper',
    title: plain(source.headline ?? title[own] ?? id),
    isDescribed: source.headline === null,
    language,
    author: source.byline && plain(source.byline),
    container: source.publisher && plain(source.publisher),
    issued: source.published === null ? null : partsOf(source.published),
    url: source.url ?? here,
    note: source.url === null ? null : `Facts: ${here}`,
  };
}

/** As much of the date as is certain. */
function partsOf(published: string): number[] | null {
  const { earliest, latest } = daysOfPublished(published);
  const [first, last] = [earliest, latest].map((it) =>
    /^(\d{4})-(\d\d)-(\d\d)$/
      .exec(it ?? '')
      ?.slice(1)
      .map(Number),
  );
  if (first === undefined || last === undefined || first[0] !== last[0]) return null;
  const same = first.findIndex((part, index) => part !== last[index]);
  return same === -1 ? first : first.slice(0, same);
}
