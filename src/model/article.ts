import { type Static, Type } from 'typebox';
import { type CompleteStatic, entry } from './entry.ts';
import { slug } from './identifiers.ts';
import { LocalizedText, language, nullableLine } from './localized-text.ts';
import { nullableRef, nullableString, object, ref } from './schema.ts';

export const TextFingerprint = object(
  'TextFingerprint',
  'What the text is known by; whoever has the text can verify every mention.',
  {
    sha256: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the text in UTF-8, in hexadecimal.',
    }),
    length: Type.Integer({ minimum: 1, format: 'int32', description: 'Length in code points.' }),
  },
);

const source = {
  headline: nullableLine('The headline as published.'),
  byline: nullableLine('Who wrote it, as published.'),
  publisher: nullableLine('Who published it.'),
  published: nullableString({
    format: 'published',
    description:
      'When it was published, as far as it is known: a date (EDTF, like `1884` or `2024-05-14`) or an instant (RFC 3339).',
  }),
  url: nullableString({
    format: 'web-address',
    description: 'Where it was published: an http or https address, as browsers show it (an IRI).',
  }),
};

const unknown = { headline: null, byline: null, publisher: null, published: null, url: null };

const ArticleSource = object(
  'ArticleSource',
  'Where the article comes from; null is unknown.',
  source,
);

const ArticleSourceEntry = entry(
  'ArticleSourceEntry',
  'Where the article comes from, in a bundle; what is left out is unknown.',
  source,
  unknown,
);

const own = {
  id: slug('Id of the article.'),
  language,
  title: ref(LocalizedText),
  description: nullableRef(LocalizedText),
};

export const ArticleEntry = entry(
  'ArticleEntry',
  'An article, in a bundle.',
  { ...own, source: ref(ArticleSourceEntry), text: ref(TextFingerprint) },
  { description: null, source: unknown, text: undefined },
);
export type ArticleEntry = CompleteStatic<typeof ArticleEntry>;

export const Article = object(
  'Article',
  'An article that facts were taken from. The title is descriptive, in our own words. The text itself is not stored.',
  {
    ...own,
    source: ref(ArticleSource),
    text: ref(TextFingerprint),
    counts: Type.Unsafe<Record<string, number>>({ $ref: 'ArticleCounts#' }),
    modified: Type.String({
      format: 'date-time',
      description: 'When its bundle was last put and changed (UTC).',
    }),
    revision: Type.Integer({
      minimum: 1,
      format: 'int64',
      description: 'The revision that this made: see `/v1/changes`.',
    }),
  },
);
export type Article = Static<typeof Article>;
