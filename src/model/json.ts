import { type Fault, pointerPart } from './fault.ts';

/** JSON that can't be taken, for these reasons. */
export class JsonError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ detail }) => detail).join('; '));
    this.faults = faults;
  }
}

/**
 * Reads JSON that every program reads alike (RFC 7493): in UTF-8, each field of an object once.
 * @throws JsonError
 */
export function readJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const value = parse(text);
  const faults = checkStructure(text);
  if (faults.length > 0) throw new JsonError(faults);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw whole('is not UTF-8');
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') throw whole('is empty: JSON is expected');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw whole(`is not JSON: ${(error as Error).message.toWellFormed()}`);
  }
}

function whole(detail: string): JsonError {
  return new JsonError([{ pointer: '', detail }]);
}

/** Deeper than anything that is taken. */
const mostLevels = 32;

interface Container {
  /** The names read so far; null in an array. */
  fields: Set<string> | null;
  /** Which field or item is being read. */
  current: string | number;
}

/**
 * What JSON.parse passes over in silence: of a field that stands twice it keeps the last.
 * @param text valid JSON
 */
function checkStructure(text: string): Fault[] {
  const faults: Fault[] = [];
  const open: Container[] = [];
  let before = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    const inner = open.at(-1);
    switch (character) {
      case '{':
      case '[':
        if (open.length === mostLevels)
          return [{ pointer: '', detail: `is more than ${mostLevels} levels deep` }];
        open.push({ fields: character === '{' ? new Set() : null, current: 0 });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (typeof inner?.current === 'number') inner.current++;
        break;
      case ':':
        break;
      case '"': {
        const end = endOfString(text, at);
        if (inner?.fields && before !== ':') {
          inner.current = String(JSON.parse(text.slice(at, end + 1)));
          if (inner.fields.has(inner.current))
            faults.push({
              pointer: open.map(({ current }) => pointerPart(current)).join(''),
              detail: 'stands twice in its object',
            });
          inner.fields.add(inner.current);
        }
        at = end;
        break;
      }
      default:
        // Whitespace, numbers and words tell nothing.
        continue;
    }
    before = character;
  }
  return faults;
}

/** Offset of the quotation mark that ends the string beginning at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return end;
  }
}
