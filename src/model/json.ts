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
  let inner: Container | undefined;
  let isName = false;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case codes.openBrace:
      case codes.openBracket:
        if (open.length === mostLevels)
          return [{ pointer: '', detail: `is more than ${mostLevels} levels deep` }];
        isName = text.charCodeAt(at) === codes.openBrace;
        inner = { fields: isName ? new Set() : null, current: 0 };
        open.push(inner);
        break;
      case codes.closeBrace:
      case codes.closeBracket:
        open.pop();
        inner = open.at(-1);
        break;
      case codes.comma:
        if (typeof inner?.current === 'number') inner.current++;
        isName = Boolean(inner?.fields);
        break;
      case codes.quotationMark: {
        const end = endOfString(text, at);
        if (isName && inner?.fields) {
          isName = false;
          inner.current = nameAt(text, at, end);
          if (inner.fields.has(inner.current))
            faults.push({
              pointer: pointerOf(open),
              detail: 'stands twice in its object',
            });
          inner.fields.add(inner.current);
        }
        at = end;
        break;
      }
      default: {
        const literal = numberAt(text, at);
        if (literal === '') break; // Colons, whitespace and words tell nothing.
        if (literal.length > safeDigits && !isKept(literal))
          faults.push({ pointer: pointerOf(open), detail: describeLost(literal) });
        at += literal.length - 1;
      }
    }
  }
  return faults;
}

function pointerOf(open: readonly Container[]): string {
  return open.map(({ current }) => pointerPart(current)).join('');
}

/** The number that begins there; empty where none does. */
function numberAt(text: string, at: number): string {
  if (!isDigitOrMinus(text.charCodeAt(at))) return '';
  let end = at + 1;
  while (end < text.length && isPartOfNumber(text.charAt(end))) end++;
  return text.slice(at, end);
}

function isDigitOrMinus(code: number): boolean {
  return code === 0x2d || (code >= 0x30 && code <= 0x39);
}

function isPartOfNumber(character: string): boolean {
  return '0123456789.eE+-'.includes(character);
}

/** Any number of so few digits, sign and point included, is read as it is written. */
const safeDigits = 15;

/** Whether a double has the very number, so that it comes out with the digits that it went in with. */
function isKept(literal: string): boolean {
  return digitsOf(literal) === digitsOf(String(Number(literal)));
}

/** A number as its significant digits and the power of ten of the last one. */
function digitsOf(literal: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? [];
  const all = (whole + fraction).replace(/^0+/, '');
  let end = all.length;
  while (all.charAt(end - 1) === '0') end--;
  if (end === 0) return '0';
  return `${sign}${all.slice(0, end)}e${Number(exponent) - fraction.length + all.length - end}`;
}

function describeLost(literal: string): string {
  const kept = Number(literal);
  const shown = literal.length > 40 ? `${literal.slice(0, 40)}…` : literal;
  return Number.isFinite(kept)
    ? `is ${shown}, which no double has exactly: it would become ${kept}`
    : `is ${shown}, more than a double can hold`;
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
  return name.includes('\\') ? String(JSON.parse(`"${name}"`)) : name;
}

/** Offset of the quotation mark that ends the string beginning at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === codes.backslash) escapes++;
    if (escapes % 2 === 0) return end;
  }
}
