/** The number that begins there in a JSON text; empty where none does. */
export function numberAt(text: string, at: number): string {
  const first = text.charCodeAt(at);
  if (first !== minus && !(first >= zero && first <= nine)) return '';
  let end = at + 1;
  while (end < text.length && '0123456789.eE+-'.includes(text.charAt(end))) end++;
  return text.slice(at, end);
}

const [minus, zero, nine] = [0x2d, 0x30, 0x39];

/** Any number of so few digits, sign and point included, is read as it is written. */
const safeDigits = 15;

/** Why a number can't come out with the digits that it went in with; null where it can. */
export function describeLost(literal: string): string | null {
  const kept = Number(literal);
  if (literal.length <= safeDigits && Number.isFinite(kept)) return null;
  const shown = literal.length > 40 ? `${literal.slice(0, 40)}…` : literal;
  if (!Number.isFinite(kept)) return `is ${shown}, more than a double can hold`;
  if (digitsOf(literal) === digitsOf(String(kept))) return null;
  return `is ${shown}, which no double has exactly: it would become ${kept}`;
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
