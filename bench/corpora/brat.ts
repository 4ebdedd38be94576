import type { Span } from './attribution.ts';

/** https://brat.nlplab.org/standoff.html: a text-bound annotation, in one or more pieces. */
interface TextBound {
  type: string;
  pieces: Span[];
}

/** An event: its type, and which text-bound annotations have which roles in it. */
export interface BratEvent {
  id: string;
  type: string;
  arguments: { role: string; target: string }[];
}

export interface BratFile {
  textBounds: Map<string, TextBound>;
  events: BratEvent[];
  notes: number;
  /** Lines that are none of these: the rest of one before, whose words had a line break, or out of form. */
  otherLines: number;
}

export function parseBrat(content: string): BratFile {
  const file: BratFile = { textBounds: new Map(), events: [], notes: 0, otherLines: 0 };
  for (const line of content.split('\n')) {
    if (line.trim() === '') continue;
    const [id = '', body = ''] = line.split('\t');
    if (/^T\d+$/.test(id)) file.textBounds.set(id, parseTextBound(body));
    else if (/^E\d+$/.test(id)) file.events.push(parseEvent(id, body));
    else if (/^#\d+$/.test(id)) file.notes++;
    else file.otherLines++;
  }
  return file;
}

/** `TYPE START END;START END…`: code points, end-exclusive. */
function parseTextBound(body: string): TextBound {
  const [type = ''] = body.split(' ', 1);
  const pieces = body
    .slice(type.length + 1)
    .split(';')
    .map((piece) => {
      const [start, end] = piece.split(' ').map(Number);
      if (start === undefined || end === undefined || !(start < end))
        throw new Error(`“${body}” is no text-bound annotation of brat`);
      return { start, end };
    });
  return { type, pieces };
}

/** `TYPE:TRIGGER ROLE:ID ROLE:ID…` */
function parseEvent(id: string, body: string): BratEvent {
  const [trigger = '', ...others] = body.trim().split(' ');
  return {
    id,
    type: trigger.split(':', 1)[0] ?? '',
    arguments: others.map((argument) => {
      const [role = '', target = ''] = argument.split(':');
      return { role, target };
    }),
  };
}
