import fc from 'fast-check';
import { isLine } from '../../src/model/forms.ts';

/** What some reader of some format takes for something else than characters. */
const troubles = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  '＋1',
  '－1',
  '＠A1',
  '﹢1',
  '⁻1',
  "'",
  "'=",
  "''",
  '|',
  '||',
  '\\',
  '\\|',
  '\\\\',
  ',',
  ';',
  '"',
  '""',
  '": ',
  'fr: ',
  '_x000D_',
  '_x005F_x000D_',
  '_xFFFF_',
  '&amp;',
  '<b>',
  ']]>',
  '{{}}',
  '[1]',
  'NULL',
  '1e5',
  '007',
  'TRUE',
  '2024-05-16',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u00A0',
  '\u200B',
  '\u202E',
  '\uFEFF',
  '\uFFFE',
  '\uFFFF',
  '\u0001',
  '\u001F',
  '\u007F',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\n\n',
  ' ',
  '  ',
  '👩🏽‍🚒',
  '🇮🇩',
  'שָׁלוֹם',
  'می‌خواهم',
  '東京',
  'e\u0301',
  '𝔘',
];

const anyCharacters = fc.string({ unit: 'binary', minLength: 1, maxLength: 3 });

const anyText = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...troubles) }, anyCharacters), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('').replaceAll('\0', ''))
  .filter((text) => text !== '');

/** Any text that JSON can have and a bundle may have, now and then a very long one. */
export const anyFreeText = fc.oneof(
  { weight: 60, arbitrary: anyText },
  anyText.map((text) => `${text}${'👩🏽‍🚒 long '.repeat(4000)}${text}`),
);

/** Of these, what a name may be. */
export const anyLine = anyText.filter(isLine);
