import { type Static, Type } from 'typebox';
import { describeFault } from './fault.ts';
import { object, oneOf, ref } from './schema.ts';

const NoticeKind = oneOf(
  'NoticeKind',
  '`described-otherwise`, `named-otherwise`: other articles describe the actor or place, or name the person, otherwise, so it may be another one; `wikidata-elsewhere`: another id has its Wikidata item; `speaker-not-shown`: no mention shows a word of the speaker’s name; `polarity-not-in-text`: a direct quote is denied or hypothetical, which its words can’t say; `mention-cut`: a mention begins or ends within a number, or an actor’s within a word.',
  [
    'described-otherwise',
    'named-otherwise',
    'wikidata-elsewhere',
    'speaker-not-shown',
    'polarity-not-in-text',
    'mention-cut',
  ],
);

export const Notice = object('Notice', 'What is right in a bundle, but looks wrong.', {
  kind: ref(NoticeKind),
  pointer: Type.String({ description: 'Where: a JSON pointer into the bundle.' }),
  detail: Type.String({ description: 'What looks wrong, with what it was compared with.' }),
});
export type Notice = Static<typeof Notice>;

/** A notice as a line for people. */
export function describeNotice({ pointer, detail }: Notice, document = ''): string {
  return `notice: ${describeFault({ pointer, detail }, document)}`;
}
