import { type Static, Type } from 'typebox';
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

const ArticleSource = object('ArticleSource', 'Where the article comes from; null is unknown.', {
  headline: nullableLine('The headline as published.'),
  byline: nullableLine('Who wrote it, as published.'),
  publisher: nullableLine('Who published it.'),
  published: nullableString({ format: 'date', description: 'Day of publication.' }),
  url: nullableString({ format: 'uri', description: 'Where it was published.' }),
});

const own = {
  id: slug('Id of the article.'),
  language,
  title: ref(LocalizedText),
  description: nullableRef(LocalizedText),
  source: ref(ArticleSource),
  text: ref(TextFingerprint),
};

export const ArticleEntry = object('ArticleEntry', 'An article, in a bundle.', own);
export type ArticleEntry = Static<typeof ArticleEntry>;

export const Article = object(
  'Article',
  'An article that facts were taken from. The title is descriptive, in our own words. The text itself is not stored.',
  { ...own, counts: Type.Unsafe<Record<string, number>>({ $ref: 'ArticleCounts#' }) },
);
export type Article = Static<typeof Article>;
