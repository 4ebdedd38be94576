import { expect, test } from 'vitest';
import { codePointsOf } from '../src/text/code-points.ts';
import { figureBefore, figureBehind } from '../src/text/figures.ts';

/** How much of a figure stands before the bar in a text, and behind it. */
function cutIn(marked: string): [before: number, behind: number] {
  const [before = '', behind = ''] = marked.split('|');
  const characters = codePointsOf(before + behind);
  const position = Array.from(before).length;
  return [figureBefore(characters, position), figureBehind(characters, position)];
}

test.each([
  ['2.|5% of homes', 2],
  ['1,|5%', 2],
  ['some 31,|200 people', 3],
  ['3|1,200 people', 1],
  ['1 |200', 2],
  ['1\u00a0|200', 2],
  ['1’|200', 2],
  ['12,34,|567', 6],
  ['٢٫|٥', 2],
  ['fell by −|5%', 1],
  ['(-|200 euros)', 1],
  ['to –|$5', 1],
  ['A|$3.5m', 1],
  ['for US|$3.5m', 2],
  ['$1|3.5m', 2],
  ['2.\u2060|5', 2],
  ['死亡十|三人', 1],
  ['3|万人', 1],
])('what begins at the bar in %s is a part of a longer figure', (marked, before) => {
  expect(cutIn(marked)[0]).toBe(before);
});

test.each([
  ['1|,200 people', 4],
  ['3|.5', 2],
  ['12| 000', 4],
  ['三|十人', 1],
])('what ends at the bar in %s is a part of a longer figure', (marked, behind) => {
  expect(cutIn(marked)[1]).toBe(behind);
});

test.each([
  'in 2023, |5% of homes',
  'in 2023|, 5% of homes',
  '(|5%)',
  '3–|5%',
  '3|–5%',
  '5%-|10%',
  '2024-|05-16',
  '16.05.|2024',
  '16.|05.2024',
  'COVID-|19',
  'in 2010 –|2015',
  '—|5.000 euros',
  '- |5% of homes',
  'by 2023|. “5% of homes',
  'by 12’ |200 people',
  'the no. |5,200',
  'of 2023 |200 homes',
  'for $|3.5m',
  'for US$|3.5m',
  'it was 5|.',
  '12:|30',
  '周一|十点',
  '唯一|一个',
  '2024年|5月',
])('the bar in %s cuts no figure', (marked) => {
  expect(cutIn(marked)).toEqual([0, 0]);
});
