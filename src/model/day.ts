/** A day of the proleptic Gregorian calendar; years are astronomical: 0 is 1 BC, -43 is 44 BC. */
export interface CalendarDay {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

/** How many days a month has. */
export function daysOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * A day as ISO 8601 writes it: 2024-05-16; outside of the years 0 to 9999 in the expanded form that
 * ECMAScript has, of a sign and six digits or more: -000043-03-15, +017000-01-01.
 */
export function formatDay({ year, month, day }: CalendarDay): string {
  const digits = String(Math.abs(year));
  const isPlain = year >= 0 && year <= 9999;
  const years = isPlain
    ? digits.padStart(4, '0')
    : `${year < 0 ? '-' : '+'}${digits.padStart(6, '0')}`;
  return `${years}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The day that a text of that form stands for; null where it stands for none. */
function parseDay(text: string): CalendarDay | null {
  const [, years = '', month, day] = /^(\d{4}|[+-]\d{6,10})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const parsed = { year: Number(years), month: Number(month), day: Number(day) };
  // Each day has one form.
  return isCalendarDay(parsed) && formatDay(parsed) === text ? parsed : null;
}

export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

export function isDay(text: string): boolean {
  return parseDay(text) !== null;
}

/** A day of that form as the number of days since 1970-01-01. */
export function dayNumber(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new Error(`${text} is no day`);
  return countDays(day);
}

/** The day that is so many days after 1970-01-01; undoes `countDays`. */
export function dayAt(number: number): CalendarDay {
  const shifted = number + 719_468;
  const cycle = Math.floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const leapDays =
    Math.floor(dayOfCycle / 1460) -
    Math.floor(dayOfCycle / 36_524) +
    Math.floor(dayOfCycle / 146_096);
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const firstOfYear =
    yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  const dayOfYear = dayOfCycle - firstOfYear;
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day };
}

/** In cycles of 400 years, each of which has 146,097 days; the years begin in March, so that the leap day is last. */
export function countDays({ year, month, day }: CalendarDay): number {
  const shifted = month > 2 ? year : year - 1;
  const cycle = Math.floor(shifted / 400);
  const yearOfCycle = shifted - cycle * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  return cycle * 146_097 + yearOfCycle * 365 + leapDays + dayOfYear - 719_468;
}
