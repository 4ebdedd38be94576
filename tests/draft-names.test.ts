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

/** What is found of the names, with the places where it is. */
function find(text: string, ids: readonly string[]): [string, number[]][] {
  const names = createNames();
  for (const id of ids) names.add({ list: 'places', id, kind: 'city', name: { en: id } });
  return names
    .find(text)
    .named.map(({ known, spans }) => [known.id, spans.map(({ start }) => start)]);
}

test.each<[string, string, string[], [string, number[]][]]>([
  [
    'Chinese',
    '俄罗斯总统普京在北京会见习近平，欢迎中国人民。',
    ['普京', '北京', '中国', '习近平'],
    [
      ['普京', [5]],
      ['北京', [8]],
      ['习近平', [12]],
      ['中国', [18]],
    ],
  ],
  [
    'Japanese',
    'プーチン大統領は京都市長と東京で会談した。',
    ['プーチン', '京都', '東京'],
    [
      ['プーチン', [0]],
      ['京都', [8]],
      ['東京', [13]],
    ],
  ],
  [
    'Thai, a foreign name among it',
    'ประธานาธิบดีวลาดิเมียร์ ปูตินของรัสเซียเดินทางถึงกรุงปักกิ่ง',
    ['ปูติน', 'รัสเซีย', 'ปักกิ่ง'],
    [
      ['ปูติน', [24]],
      ['รัสเซีย', [32]],
      ['ปักกิ่ง', [53]],
    ],
  ],
  [
    'Khmer',
    'ប្រធានាធិបតីរុស្ស៊ីបានទៅដល់ទីក្រុងប៉េកាំងនៅប្រទេសចិន',
    ['រុស្ស៊ី', 'ប៉េកាំង', 'ចិន'],
    [
      ['រុស្ស៊ី', [12]],
      ['ប៉េកាំង', [34]],
      ['ចិន', [49]],
    ],
  ],
  [
    'Lao',
    'ປະທານາທິບໍດີຣັດເຊຍປູຕິນເດີນທາງຮອດປັກກິ່ງ',
    ['ຣັດເຊຍ', 'ປູຕິນ', 'ປັກກິ່ງ'],
    [
      ['ຣັດເຊຍ', [12]],
      ['ປູຕິນ', [18]],
      ['ປັກກິ່ງ', [33]],
    ],
  ],
  [
    'Korean, with particles',
    '푸틴은 서울에서 김 철수를 만났다',
    ['푸틴', '서울', '김 철수'],
    [
      ['푸틴', [0]],
      ['서울', [4]],
      ['김 철수', [9]],
    ],
  ],
  ['Latin within Japanese', 'これはNHK放送', ['NHK'], [['NHK', [3]]]],
])('names are found where words have no spaces between them: %s', (_, text, names, expected) => {
  expect(find(text, names)).toEqual(expected);
});

test.each([
  ['東京都知事', '京都'],
  ['日本人が来た', '日本'],
  ['上海市长说', '海市'],
  ['กรุงเทพมหานคร', 'กรุงเทพ'],
  ['서울대학교에서', '서울'],
  ['Yorkshire', 'York'],
  ['the Annapolis road', 'Anna'],
])('in %s the name %s is a part of another word', (text, name) =>
  expect(find(text, [name])).toEqual([]),
);

test('a name that begins with a mark is found with it', () =>
  expect(find('’t Hooft and Mr ’t Hooft', ['’t Hooft', '«t» Hooft'])).toEqual([
    ['’t Hooft', [0, 16]],
  ]));
