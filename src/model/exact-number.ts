/** The number that begins there in a JSON text; empty where none does. */
export function numberAt(text: string, at: number): string {
  const first = text.charCodeAt(at);
  if (first !== minus && !(first >= zero && first <= nine)) return '';
  let end = at + 1;
  while (isPart(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

const [plus, minus, point, zero, nine, upperE, lowerE] = [0x2b, 0x2d, 0x2e, 0x30, 0x39, 0x45, 0x65];

/** Whether a character may stand within a number; NaN is the end of the text. */
function isPart(code: number): boolean {
  if (code >= zero && code <= nine) return true;
  return code === point || code === minus || code === plus || code === lowerE || code === upperE;
}

/** Any number of so few digits, sign and point included, is read as it is written; with an exponent it may be too small. */
const safeDigits = 15;

/** Whether a number comes out with the digits that it went in with. */
export function isExact(literal: string): boolean {
  const kept = Number(literal);
  if (!Number.isFinite(kept)) return false;
  if (literal.length <= safeDigits && !exponent.test(literal)) return true;
  const written = String(kept);
  if (written === literal) return true;
  // Integers have one form.
  if (integer.test(literal) && integer.test(written)) return false;
  return digitsOf(literal) === digitsOf(written);
}

const integer = /^-?\d+$/;
const exponent = /e/i;

/** Why it doesn't. */
export function describeLost(literal: string): string {
  const kept = Number(literal);
  const shown = literal.length > 40 ? `${literal.slice(0, 40)}…` : literal;
  return Number.isFinite(kept)
    ? `is ${shown}, which no double has exactly: it would become ${kept}`
    : `is ${shown}, more than a double can hold`;
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
