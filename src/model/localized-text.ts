import { Type } from 'typebox';
import { nullableString } from './schema.ts';

/** BCP 47, as far as news needs it: a language, then subtags. */
export const languagePattern = '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$';
export const longestLanguage = 35;

export const language = Type.String({
  pattern: languagePattern,
  maxLength: longestLanguage,
  description: 'Language tag (BCP 47).',
});

/** One line of text that shows something: no control characters, nothing that turns the direction of what follows. */
export function line(description: string) {
  return Type.String({ format: 'line', minLength: 1, description });
}

/** The same, or null. */
export function nullableLine(description: string) {
  return nullableString({ format: 'line', minLength: 1, description });
}

/** A text in several languages: language tag → text. */
export type LocalizedText = Record<string, string>;
export const LocalizedText = Type.Unsafe<LocalizedText>({
  $id: 'LocalizedText',
  type: 'object',
  description:
    'A text in several languages: language tag (BCP 47) → text. That in the language of the article is always there.',
  additionalProperties: { type: 'string', format: 'line', minLength: 1 },
  propertyNames: { pattern: languagePattern, maxLength: longestLanguage },
  minProperties: 1,
  'x-own-language': true,
});

/** What is shown, and ordered by, where one text has to do: English where there is some, else the first language. */
export function shownText(text: LocalizedText): string {
  return text[shownLanguage(text)] ?? '';
}

/** So many UTF-16 units of a text decide its place in an order: a cursor has them, and an index. */
const mostOrdered = 500;

/** What a list orders the text by: the beginning of the one that is shown. */
export function orderText(text: LocalizedText): string {
  const shown = shownText(text);
  return shown.length <= mostOrdered ? shown : wellFormed(shown.slice(0, mostOrdered));
}

/** Without the half of a pair that a cut leaves. */
function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.slice(0, -1);
}

export function shownLanguage(text: LocalizedText): string {
  return text.en === undefined ? (Object.keys(text)[0] ?? '') : 'en';
}

/** The text with that language first, as where there is no English it is the one that is shown. */
export function withFirst(text: LocalizedText, language: string): LocalizedText {
  const own = text[language];
  return own === undefined ? text : { [language]: own, ...text };
}
