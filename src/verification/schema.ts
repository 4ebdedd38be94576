import { type TSchema, Type } from 'typebox';
import { TextFingerprint } from '../model/article.ts';
import { slug } from '../model/identifiers.ts';
import { FactMention } from '../model/mention.ts';
import { nullableString, object, oneOf, ref } from '../model/schema.ts';
import { differences } from './compare-text.ts';
import { textRepairs } from './repairs.ts';

export const exampleText = 'At noon: “The bells rang.”';

export const VerificationRequest = object('VerificationRequest', 'A text to verify.', {
  text: Type.String({
    minLength: 1,
    description: 'Every character of it.',
    examples: [exampleText],
  }),
});

const FingerprintComparison = object(
  'FingerprintComparison',
  'Whether it is the text of the article.',
  {
    matches: Type.Boolean({ description: 'Whether both are the same.' }),
    expected: ref(TextFingerprint),
    found: ref(TextFingerprint),
  },
);

const TextRepair = oneOf(
  'TextRepair',
  'They say what to do; `normalize`: to Unicode NFC.',
  textRepairs,
);

const TextPlace = object('TextPlace', 'A place in the text that was sent.', {
  start: Type.Integer({ minimum: 0, format: 'int32', description: 'In code points.' }),
  end: Type.Integer({ minimum: 0, format: 'int32', description: 'Behind the last.' }),
});

const TextDifference = oneOf(
  'TextDifference',
  '`typography`: marks, dashes, white space, Unicode form or the like.',
  differences,
);

const MovedMention = object(
  'MovedMention',
  'A mention whose words stand elsewhere, or otherwise.',
  {
    mention: ref(FactMention),
    at: ref(TextPlace),
    difference: ref(TextDifference),
  },
);

const UndecidedMention = object('UndecidedMention', 'A mention whose words may be others.', {
  mention: ref(FactMention),
  places: Type.Array(ref(TextPlace), { description: 'The first ten.' }),
});

const MentionMismatch = object('MentionMismatch', 'A mention that the text doesn’t bear out.', {
  mention: ref(FactMention),
  found: nullableString({ description: 'What stands in its place, as far as that can be told.' }),
});

const listed = (schema: TSchema, description: string) => Type.Array(ref(schema), { description });

export const Verification = object(
  'Verification',
  'How a text compares with an article’s mentions.',
  {
    article: slug('Id of the article.'),
    fingerprint: ref(FingerprintComparison),
    repairs: listed(TextRepair, 'What makes it exactly the article’s text, in this order.'),
    matching: listed(FactMention, 'The same characters at their place.'),
    moved: listed(MovedMention, 'The same words elsewhere, or in other typography.'),
    undecided: listed(UndecidedMention, 'The same words, but the text doesn’t tell which.'),
    mismatching: listed(MentionMismatch, 'Other words, or none.'),
  },
);
