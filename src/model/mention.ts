import { type Static, Type } from 'typebox';
import { entry } from './entry.ts';
import { slug } from './identifiers.ts';
import { object, oneOf, ref } from './schema.ts';

/** The longest phrase a mention may quote, in code points; what a quote says and who says it stand whole. */
export const longestPhrase = 80;

export const MentionRole = oneOf(
  'MentionRole',
  '`content`: the words that state the fact; of a quote also `cue`: the words that attribute it (“said”), and `source`: the words that name who says it.',
  ['content', 'cue', 'source'],
);

const start = Type.Integer({
  minimum: 0,
  format: 'int32',
  description: 'Offset of the first character, in Unicode code points, 0-based.',
});
const end = Type.Integer({
  minimum: 1,
  format: 'int32',
  description: 'Offset behind the last character, in Unicode code points (end-exclusive).',
});

const anchor = {
  start,
  end,
  exact: Type.String({ minLength: 1, description: 'The characters between, verbatim.' }),
  role: ref(MentionRole),
  continues: Type.Boolean({
    description:
      'Whether it goes on with what the mention of its role before it began: behind “she said”, or in the next paragraph.',
  }),
};

/** W3C Web Annotation: TextPositionSelector and the `exact` of a TextQuoteSelector. */
const Mention = object('Mention', 'Where the article states a fact.', anchor);

const MentionEntry = entry(
  'MentionEntry',
  'A mention, in a bundle. Where the text is at hand, its words are enough: the position is found.',
  {
    ...anchor,
    prefix: Type.String({ description: 'Words right before it, to tell it from others like it.' }),
    suffix: Type.String({ description: 'Words right behind it.' }),
    occurrence: Type.Integer({
      minimum: 1,
      format: 'int32',
      description: 'Which one it is of the places where its words stand, counted from 1.',
    }),
  },
  {
    start: undefined,
    end: undefined,
    role: 'content',
    continues: false,
    prefix: undefined,
    suffix: undefined,
    occurrence: undefined,
  },
);
/** As a person writes it. */
export type WrittenMention = Static<typeof MentionEntry>;
/** As it is stored. */
export type Mention = Static<typeof Mention>;

export const FactMention = object('FactMention', 'A mention, with the fact that it anchors.', {
  article: slug('Id of the article.'),
  ...anchor,
  // The list of fact types is put together where they are listed, in resources.ts.
  factType: Type.Unsafe<string>({ $ref: 'FactType#' }),
  fact: slug('Id of the fact.'),
});
export type FactMention = Static<typeof FactMention>;

/** The words of the mentions that have that role. */
export function exactsOf(
  mentions: readonly { role: string; exact: string }[],
  role: Static<typeof MentionRole>,
): string[] {
  return mentions.filter((mention) => mention.role === role).map(({ exact }) => exact);
}

/** At least one: a fact that no characters state is not a fact of the article. */
export const mentions = Type.Array(ref(Mention), {
  minItems: 1,
  description: 'Where the article states it, in the order of the text.',
});

/** As they stand in a bundle; their type is that of completed ones. */
export const mentionEntries = Type.Unsafe<Mention[]>(
  Type.Array(ref(MentionEntry), {
    minItems: 1,
    description: 'Where the article states it, in the order of the text.',
  }),
);
