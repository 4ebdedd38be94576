import { expect, test } from 'vitest';
import { createNames } from '../src/draft/names.ts';

test('known names are found as whole words, the longer one first; what several have is for a person', () => {
  const names = createNames();
  const place = (id: string, en: string) => ({ list: 'places', id, kind: 'city', name: { en } });
  names.add(place('york', 'York'));
  names.add(place('new-york', 'New York'));
  names.add(place('springfield-il', 'Springfield'));
  names.add(place('springfield-ma', 'Springfield'));
  const text = 'From New York to York, Yorkshire and Springfield.';
  const { named, ambiguous } = names.find(text);
  expect(named.map(({ known, spans }) => [known.id, spans.map(({ start }) => start)])).toEqual([
    ['new-york', [5]],
    ['york', [17]],
  ]);
  expect(ambiguous).toMatchObject([
    { words: 'Springfield', ids: ['places/springfield-il', 'places/springfield-ma'] },
  ]);
});
