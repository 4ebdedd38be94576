import { Type } from 'typebox';
import { TextFingerprint } from '../model/article.ts';
import { slug } from '../model/identifiers.ts';
import { FactMention } from '../model/mention.ts';
import { nullableRef, object, oneOf, ref } from '../model/schema.ts';
import { textRepairs } from './repairs.ts';

export const exampleText = 'This is not the text of the article.';

export const VerificationRequest = object('VerificationRequest', 'A text to verify.', {
  text: Type.String({
    minLength: 1,
    description: 'The text of the article, every character of it.',
    examples: [exampleText],
  }),
});

const FingerprintComparison = object(
  'FingerprintComparison',
  'Whether the text is the one that the facts were taken from.',
  {
    matches: Type.Boolean({ description: 'Whether both are the same.' }),
    expected: ref(TextFingerprint),
    found: ref(TextFingerprint),
  },
);

const TextRepair = oneOf(
  'TextRepair',
  '`useLineFeeds`: of CR LF and CR make LF; `normalize`: to Unicode NFC; the others say what they do.',
  textRepairs,
);

const TextShift = object(
  'TextShift',
  'Every mention that doesn’t match stands the same number of code points away from its place.',
  {
    from: Type.Integer({
      minimum: 0,
      format: 'int32',
      description: 'Where the first of them should begin.',
    }),
    by: Type.Integer({
      format: 'int32',
      description: 'How many code points further on they stand; negative: before.',
    }),
  },
);

const MentionMismatch = object('MentionMismatch', 'A mention that the text doesn’t bear out.', {
  mention: ref(FactMention),
  found: Type.String({
    description: 'What stands at its place; empty behind the end of the text.',
  }),
});

export const Verification = object('Verification', 'How a text compares with an article’s facts.', {
  article: slug('Id of the article.'),
  fingerprint: ref(FingerprintComparison),
  repairs: Type.Array(ref(TextRepair), {
    description:
      'What to do to the text, in this order, to get exactly the article’s; empty where nothing is to be done, or none of this helps.',
  }),
  shift: nullableRef(TextShift),
  matching: Type.Array(ref(FactMention), {
    description: 'The mentions that stand at their places, in the order of the text.',
  }),
  mismatching: Type.Array(ref(MentionMismatch), {
    description: 'All the others, in the order of the text.',
  }),
});
