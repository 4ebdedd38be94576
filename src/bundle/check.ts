import { boundFaults, type Fault } from '../model/fault.ts';
import type { Notice } from '../model/notice.ts';
import { findUnfitValues } from '../model/unfit-values.ts';
import type { FactType } from '../resource/resource.ts';
import { codePointsOf } from '../text/code-points.ts';
import { checkFacts } from './check-facts.ts';
import { checkText } from './check-text.ts';
import { completeBundle } from './complete.ts';
import { findCutMentions } from './find-cut-mentions.ts';
import { createFindWords } from './find-positions.ts';
import { findUnfilled } from './find-unfilled.ts';
import { findUnsaidQuotes, findUnshownSpeakers } from './notices.ts';
import { type Bundle, bundleSchema } from './schema.ts';
import { createShapeCheck } from './shape.ts';

/** A bundle that was read: whole where it has no faults, and what looks wrong in it then. */
export type ReadBundle =
  | { bundle: Bundle; faults: []; notices: Notice[] }
  | { bundle: null; faults: Fault[]; notices: [] };

/** One that can't be taken, and why. */
export function refused(faults: Fault[]): ReadBundle {
  return { bundle: null, faults, notices: [] };
}

export interface BundleReader {
  /**
   * Checks a bundle as a person writes it, and fills in what was left out. Every fault is told at once.
   * @param text the article's, where it is at hand and not in the bundle: mentions are found in it, and verified
   */
  read(value: unknown, text?: string): ReadBundle;
}

export function createBundleReader(factTypes: readonly FactType[]): BundleReader {
  const schema = bundleSchema(factTypes);
  const checkShape = createShapeCheck(schema, factTypes);
  return {
    read(value, textAtHand) {
      const unfilled = findUnfilled(value);
      const unfit = [...findUnfitValues(value), ...unfilled];
      const { faults: misshapen, isReadable } = checkShape(value);
      // What is to be filled in has no form yet.
      const toFill = new Set(unfilled.map(({ pointer }) => pointer));
      const faults = [...unfit, ...misshapen.filter(({ pointer }) => !toFill.has(pointer))];
      // What follows reads the facts, so their shape has to be right first.
      if (!isReadable || unfit.length > 0) return refused(boundFaults(faults));

      const text = textAtHand ?? (value as Bundle).articleText;
      const characters = text === undefined ? null : codePointsOf(text);
      const find = characters && createFindWords(characters);
      const completed = completeBundle(value as object, schema, factTypes, characters, find);
      const { bundle } = completed;
      const all = [
        ...faults,
        ...completed.faults,
        ...checkFacts(bundle, factTypes),
        ...(characters && find ? checkText(bundle, factTypes, characters, find) : []),
      ];
      if (find?.isExhausted()) return refused([tooMuchToFind]);
      if (all.length > 0) return refused(boundFaults(all));
      const cut = characters ? findCutMentions(bundle, factTypes, characters) : [];
      const notices = [...findUnshownSpeakers(bundle), ...findUnsaidQuotes(bundle), ...cut];
      return { bundle, faults: [], notices };
    },
  };
}

const tooMuchToFind: Fault = {
  pointer: '',
  detail:
    'has so many phrases to be found in so long a text that they are not looked for: give start and end of its mentions',
};
