import { describeLost, isExact, numberAt } from './exact-number.ts';
import { type Fault, type FaultList, listFaults, pointerPart } from './fault.ts';

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
  const { oversized, altered } = checkStructure(text);
  // To make objects of what is too deep or too wide to be right would only take long.
  if (oversized.length > 0) throw new JsonError(oversized);
  const value = parse(text);
  if (altered.length > 0) throw new JsonError(altered);
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

/** Deeper than anything that is taken, and wider. */
const [mostLevels, mostFields] = [32, 1000];
/**
 * Characters for each value, on average, in anything that is taken (a bundle without white space has some
 * twenty). A megabyte of hardly more than brackets and commas would take longer to parse than any text.
 */
const leastLength = 8;

interface Container {
  isObject: boolean;
  /** Which field or item is being read. */
  current: string | number;
  /** How many names of an object were read, the first of them, and all as soon as there are two. */
  fields: number;
  first: string;
  names: Set<string> | null;
}

/**
 * What JSON.parse alters in silence: of a field that stands twice it keeps the last, of a number what a double has of it.
 * @param text if it is no JSON, what is found of that says nothing
 */
function checkStructure(text: string): { oversized: Fault[]; altered: Fault[] } {
  const [oversized, altered] = [listFaults(), listFaults()];
  const open: Container[] = [];
  let inner: Container | undefined;
  let isName = false;
  let values = 0;
  const mostValues = Math.max(mostFields, text.length / leastLength);
  const refuse = (detail: string) => ({ oversized: [{ pointer: '', detail }], altered: [] });
  const note = (faults: FaultList, describe: () => string) =>
    faults.add(() => ({
      pointer: open.map(({ current }) => pointerPart(current)).join(''),
      detail: describe(),
    }));
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case codes.openBrace:
      case codes.openBracket:
        if (open.length === mostLevels) return refuse(`is more than ${mostLevels} levels deep`);
        if (++values > mostValues) return refuse('has hardly anything but brackets and commas');
        isName = text.charCodeAt(at) === codes.openBrace;
        inner = { isObject: isName, current: 0, fields: 0, first: '', names: null };
        open.push(inner);
        break;
      case codes.closeBrace:
      case codes.closeBracket:
        open.pop();
        inner = open.at(-1);
        break;
      case codes.comma:
        if (++values > mostValues) return refuse('has hardly anything but brackets and commas');
        if (typeof inner?.current === 'number') inner.current++;
        isName = inner?.isObject === true;
        break;
      case codes.quotationMark: {
        const end = endOfString(text, at);
        if (isName && inner !== undefined) {
          isName = false;
          inner.current = nameAt(text, at, end);
          if (hasRead(inner, inner.current)) note(altered, () => 'stands twice in its object');
          if (inner.fields > mostFields)
            note(oversized, () => `is too many: an object has at most ${mostFields} fields`);
        }
        at = end;
        break;
      }
      default: {
        const literal = numberAt(text, at);
        if (literal === '') break; // Colons, whitespace and words tell nothing.
        if (!isExact(literal)) note(altered, () => describeLost(literal));
        at += literal.length - 1;
      }
    }
  }
  return { oversized: oversized.all(), altered: altered.all() };
}

/** Whether the object has that name already; from now on, it does. Most objects are too small for a set. */
function hasRead(object: Container, name: string): boolean {
  object.fields++;
  if (object.fields === 1) {
    object.first = name;
    return false;
  }
  if (object.fields > mostFields) return false;
  object.names ??= new Set([object.first]);
  if (object.names.has(name)) return true;
  object.names.add(name);
  return false;
}

const codes = {
  quotationMark: 0x22,
  comma: 0x2c,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
};

function nameAt(text: string, start: number, end: number): string {
  const name = text.slice(start + 1, end);
  if (!name.includes('\\')) return name;
  try {
    return String(JSON.parse(`"${name}"`));
  } catch {
    // It is no JSON, which reading it will tell.
    return name;
  }
}

/** Offset of the quotation mark that ends the string beginning at `start`, or of the end of the text. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === codes.backslash) escapes++;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
