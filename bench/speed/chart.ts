import { inDigits } from './format.ts';

export interface Curve {
  name: string;
  /** The same number has the same colour in every chart. */
  colour: number;
  /** By x, ascending. */
  points: readonly (readonly [x: number, y: number])[];
}

export interface Chart {
  title: string;
  x: string;
  y: string;
  curves: readonly Curve[];
  /** Whether y grows by factors, as x does. */
  isLogarithmic?: boolean;
}

const size = { width: 860, height: 480 };
const frame = { left: 70, right: 560, top: 50, bottom: 430 };
const lineHeight = 16;
// Of Okabe and Ito, which can be told apart whatever colours somebody sees.
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'];

/** Curves over numbers of facts as an SVG, each with its name beside its last point. */
export function drawChart({ title, x, y, curves, isLogarithmic = false }: Chart): string {
  const points = curves.flatMap((curve) => curve.points);
  const xs = [...new Set(points.map(([at]) => at))].sort((left, right) => left - right);
  const toX = scale(xs, frame.left, frame.right, true);
  const ticks = findTicks(
    points.map(([, at]) => at),
    isLogarithmic,
  );
  const toY = scale(ticks, frame.bottom, frame.top, isLogarithmic);
  const ends = curves.map(({ points }) => toY(points.at(-1)?.[1] ?? 0));
  const places = spreadOut(ends, lineHeight);
  const parts = [
    text(frame.left, 24, title, 'font-weight="bold"'),
    text((frame.left + frame.right) / 2, size.height - 10, x, 'text-anchor="middle"'),
    text(frame.left, frame.top - 10, y),
    ...ticks.flatMap((tick) => [
      line([frame.left, toY(tick)], [frame.right, toY(tick)], '#ddd'),
      text(frame.left - 8, toY(tick) + 4, String(tick), 'text-anchor="end"'),
    ]),
    ...xs.flatMap((tick) => [
      line([toX(tick), frame.bottom], [toX(tick), frame.bottom + 5], '#888'),
      text(toX(tick), frame.bottom + 20, inDigits(tick), 'text-anchor="middle"'),
    ]),
    ...curves.flatMap(({ name, colour: number, points }, index) => {
      const colour = colours[number % colours.length] ?? '#000';
      // Once the colours are used up, they come again with dashes.
      const dashes = number < colours.length ? '' : ' stroke-dasharray="6 3"';
      const at = points.map(([x, y]) => `${round(toX(x))},${round(toY(y))}`);
      const [end = 0, place = 0] = [ends[index], places[index]];
      const last = toX(points.at(-1)?.[0] ?? 0);
      return [
        `<polyline points="${at.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"${dashes}/>`,
        ...points.map(
          ([x, y]) =>
            `<circle cx="${round(toX(x))}" cy="${round(toY(y))}" r="3" fill="${colour}"/>`,
        ),
        line([last + 4, end], [frame.right + 16, place], colour),
        text(frame.right + 20, place + 4, name, `fill="${colour}"`),
      ];
    }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${size.width}" height="${size.height}" fill="#fff"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

/** From zero in even steps; or powers of ten that have all values between them. */
function findTicks(values: readonly number[], isLogarithmic: boolean): number[] {
  const most = Math.max(...values);
  if (isLogarithmic) {
    const first = Math.floor(Math.log10(Math.min(...values)));
    const last = Math.max(first + 1, Math.ceil(Math.log10(most)));
    return Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
  }
  const power = 10 ** Math.floor(Math.log10(most / 5));
  const step = [1, 2, 5, 10].map((it) => it * power).find((it) => it * 6 >= most) ?? 1;
  const count = Math.ceil(most / step);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

/** Moves places apart that are closer than the distance, in their order, and within the frame. */
function spreadOut(places: readonly number[], distance: number): number[] {
  const order = places.map((_, index) => index);
  order.sort((left, right) => (places[left] ?? 0) - (places[right] ?? 0));
  const moved = [...places];
  let least = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    moved[index] = Math.max(moved[index] ?? 0, least);
    least = (moved[index] ?? 0) + distance;
  }
  // What was pushed out at the bottom pushes the others up again.
  let most = frame.bottom;
  for (const index of order.reverse()) {
    moved[index] = Math.min(moved[index] ?? 0, most);
    most = (moved[index] ?? 0) - distance;
  }
  return moved;
}

function scale(values: readonly number[], start: number, end: number, isLogarithmic: boolean) {
  const measure = isLogarithmic ? Math.log10 : (value: number) => value;
  const [least, most] = [measure(Math.min(...values)), measure(Math.max(...values))];
  if (least === most) return () => (start + end) / 2;
  return (value: number) => start + ((measure(value) - least) / (most - least)) * (end - start);
}

type Point = readonly [x: number, y: number];

function line([x1, y1]: Point, [x2, y2]: Point, colour: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colour}"/>`;
}

function text(x: number, y: number, content: string, rest = ''): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${round(x)}" y="${round(y)}" ${rest}>${escaped}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
