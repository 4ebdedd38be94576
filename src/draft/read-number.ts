import { localeOf } from '../text/locale.ts';

/** More digits a double may not hold. */
const mostDigits = 15;

/** What reads a number as the language writes it: as plain digits, or undefined where it isn't written so. */
export function createNumberReader(language: string) {
  const locale = localeOf(language);
  const options = { useGrouping: 'always', numberingSystem: 'latn' } as const;
  const parts = new Intl.NumberFormat(locale ?? 'en', options).formatToParts(1_234_567.8);
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? ' ';
  const [group, decimal] = [alike(part('group')), alike(part('decimal'))];
  const format = new Intl.NumberFormat(locale ?? 'en', { ...options, maximumFractionDigits: 0 });
  return read;

  function read(written: string): string | undefined {
    const [whole = '', fraction, ...more] = alike(written).split(decimal);
    // A space groups digits in whatever language.
    const plain = whole.replaceAll(group, '').replaceAll(' ', '');
    const number = fraction === undefined ? plain : `${plain}.${fraction}`;
    if (more.length > 0 || !/^\d+(\.\d+)?$/.test(number)) return undefined;
    if (number.replace('.', '').length > mostDigits) return undefined;
    // Where the language doesn't group with spaces, 2 500 may be two figures.
    const isGrouped = /^\d{1,3}(?: \d{3})+$/.test(whole);
    if (isGrouped) return group === ' ' || / \d+ | 000$/.test(whole) ? number : undefined;
    if (plain === whole) return locale !== undefined || number === written ? number : undefined;
    // Grouped as the language groups: 12.345, 1,23,456; not 12.30.
    return locale !== undefined && alike(format.format(Number(plain))) === whole
      ? number
      : undefined;
  }
}

/** Apostrophes and spaces are written in several ways, and Arabic separators beside any digits. */
function alike(text: string): string {
  return text
    .replaceAll(/[\u00a0\u202f\u2009]/g, ' ')
    .replaceAll('’', "'")
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');
}
