import type { Fault } from '../../model/fault.ts';
import { findInvisible } from '../../model/forms.ts';
import { exactsOf } from '../../model/mention.ts';
import { joinPieces, runsOf } from '../../model/pieces.ts';
import type { QuoteEntry } from '../../model/quote.ts';
import { isOnePiece } from '../../text/one-piece.ts';

/** What the schema can't say of a quote: that it shows something, and which words have to be its mentions'. */
export function findQuoteFaults(quote: QuoteEntry): Fault[] {
  const { text, translation } = quote;
  return [
    ...findInvisible('/text', text),
    ...(translation ? findInvisible('/translation/text', translation.text) : []),
    ...findUnlikeMentions(quote),
  ];
}

function findUnlikeMentions({ kind, text, verbatim, mentions }: QuoteEntry): Fault[] {
  if (kind === 'direct') return [...findUnlikeRuns(text, mentions), ...refuseVerbatim(verbatim)];
  if (kind === 'indirect') return refuseVerbatim(verbatim);
  if (verbatim.length === 0)
    return [
      {
        pointer: '/verbatim',
        detail: 'must have the words that stand between quotation marks, as the kind is mixed',
      },
    ];
  const exacts = new Set(exactsOf(mentions, 'content'));
  return verbatim.flatMap((words, index) => {
    const pointer = `/verbatim/${index}`;
    if (!exacts.has(words))
      return [
        { pointer, detail: 'must be the exact of one of its mentions (of the role content)' },
      ];
    return text.includes(words) ? [] : [{ pointer, detail: 'must be a part of the text' }];
  });
}

/** Each time that a direct quotation stands in the article, its pieces together are its text. */
function findUnlikeRuns(text: string, mentions: QuoteEntry['mentions']): Fault[] {
  const places = new Map(mentions.map((mention, place) => [mention, place]));
  return runsOf(mentions).flatMap((run) =>
    isOnePiece(joinPieces(run), text)
      ? []
      : [
          {
            pointer: `/mentions/${run[0] === undefined ? 0 : places.get(run[0])}`,
            detail:
              'must be the text of the direct quote, or its first piece: the mentions that go on with it have continues; all joined are the text, the amount of white space and opening quotation marks of paragraphs aside',
          },
        ],
  );
}

function refuseVerbatim(verbatim: readonly string[]): Fault[] {
  return verbatim.length === 0
    ? []
    : [{ pointer: '/verbatim', detail: 'must be left out unless the kind is mixed' }];
}
