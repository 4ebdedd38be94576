import { oneOf } from './schema.ts';

export const QuoteKind = oneOf(
  'QuoteKind',
  '`direct`: words between quotation marks, verbatim; `indirect`: a statement attributed to somebody, in our words; `mixed`: in our words, with words that stand between quotation marks (`verbatim`).',
  ['direct', 'indirect', 'mixed'],
);
