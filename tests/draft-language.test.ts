import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLanguageDetector } from '../src/draft/language.ts';
import { run, temporaryFolder } from './support/process.ts';

const detectLanguages = await loadLanguageDetector();

const sentences: [string, string][] = [
  ['af', 'Die burgemeester het Vrydag gesê dat die veerboot weer elke nag sal vaar.'],
  ['ar', 'قال رئيس البلدية يوم الجمعة إن العبارة ستبحر كل ليلة مرة أخرى.'],
  ['bg', 'Кметът каза в петък, че фериботът отново ще плава всяка нощ.'],
  ['bn', 'মেয়র শুক্রবার বলেছেন যে ফেরিটি আবার প্রতি রাতে চলবে।'],
  ['ca', 'L’alcalde va dir divendres que el transbordador tornarà a navegar cada nit.'],
  ['cs', 'Starosta v pátek řekl, že trajekt bude opět plout každou noc.'],
  ['da', 'Borgmesteren sagde fredag, at færgen igen vil sejle hver nat.'],
  ['de', 'Die Bürgermeisterin sagte am Freitag, dass die Fähre wieder jede Nacht fährt.'],
  ['el', 'Ο δήμαρχος είπε την Παρασκευή ότι το πλοίο θα ταξιδεύει ξανά κάθε βράδυ.'],
  ['en', 'The mayor said on Friday that the ferry will sail every night again.'],
  ['es', 'La alcaldesa dijo el viernes que el transbordador volverá a navegar cada noche.'],
  ['et', 'Linnapea ütles reedel, et praam sõidab jälle igal ööl.'],
  ['fa', 'شهردار روز جمعه گفت که کشتی دوباره هر شب حرکت خواهد کرد.'],
  ['fi', 'Kaupunginjohtaja sanoi perjantaina, että lautta kulkee taas joka yö.'],
  ['fr', 'La maire a dit vendredi que le bac naviguera de nouveau toutes les nuits.'],
  ['he', 'ראש העיר אמר ביום שישי שהמעבורת תשוב להפליג בכל לילה.'],
  ['hi', 'महापौर ने शुक्रवार को कहा कि नौका फिर से हर रात चलेगी।'],
  ['hu', 'A polgármester pénteken azt mondta, hogy a komp ismét minden éjjel közlekedik.'],
  ['id', 'Wali kota mengatakan pada hari Jumat bahwa feri akan berlayar lagi setiap malam.'],
  ['is', 'Borgarstjórinn sagði á föstudag að ferjan muni aftur sigla á hverri nóttu.'],
  ['it', 'La sindaca ha detto venerdì che il traghetto navigherà di nuovo ogni notte.'],
  ['ja', '市長は金曜日、フェリーが再び毎晩運航すると述べた。'],
  ['ka', 'მერმა პარასკევს თქვა, რომ ბორანი კვლავ ყოველ ღამე იცურავს.'],
  ['ko', '시장은 금요일에 여객선이 다시 매일 밤 운항할 것이라고 말했다.'],
  ['lt', 'Meras penktadienį sakė, kad keltas vėl plauks kiekvieną naktį.'],
  ['lv', 'Mērs piektdien sacīja, ka prāmis atkal kursēs katru nakti.'],
  ['ms', 'Datuk bandar berkata pada hari Jumaat bahawa feri akan belayar semula setiap malam.'],
  ['nl', 'De burgemeester zei vrijdag dat de veerboot weer elke nacht zal varen.'],
  ['no', 'Ordføreren sa fredag at ferjen igjen skal seile hver natt.'],
  ['pl', 'Burmistrz powiedział w piątek, że prom znów będzie pływał każdej nocy.'],
  ['pt', 'A prefeita disse na sexta-feira que a balsa voltará a navegar todas as noites.'],
  ['ro', 'Primarul a spus vineri că feribotul va naviga din nou în fiecare noapte.'],
  ['ru', 'Мэр сказал в пятницу, что паром снова будет ходить каждую ночь.'],
  ['sv', 'Borgmästaren sade i fredags att färjan åter ska gå varje natt.'],
  ['th', 'นายกเทศมนตรีกล่าวเมื่อวันศุกร์ว่าเรือข้ามฟากจะแล่นทุกคืนอีกครั้ง'],
  ['ti', 'ከንቲባ ብዓርቢ ጃልባ ከም ብሓድሽ ኩሉ ለይቲ ክትጓዓዝ እያ ኢሉ።'],
  ['tr', 'Belediye başkanı cuma günü vapurun yeniden her gece sefer yapacağını söyledi.'],
  ['uk', 'Мер сказав у п’ятницю, що пором знову ходитиме щоночі.'],
  ['ur', 'میئر نے جمعہ کو کہا کہ کشتی دوبارہ ہر رات چلے گی۔'],
  ['vi', 'Thị trưởng nói hôm thứ Sáu rằng phà sẽ lại chạy mỗi đêm.'],
  ['zh', '市长星期五表示，渡轮将重新每晚航行。'],
];

/** Those of which one sentence may be of a sister language, too. */
const sisters = ['af', 'ca', 'da', 'id', 'lv', 'ms', 'no', 'ti'];

test.each(sentences.filter(([language]) => !sisters.includes(language)))(
  'a sentence of %s is told for sure',
  async (language, sentence) => expect(await detectLanguages(sentence)).toEqual([language]),
);

test.each(sentences.filter(([language]) => sisters.includes(language)))(
  'a sentence of %s is not taken for sure for one of a sister language',
  async (language, sentence) => expect(await detectLanguages(sentence)).toContain(language),
);

test.each(['12 + 3', '', '…'])('in %j there is no language', async (text) =>
  expect(await detectLanguages(text)).toEqual([]),
);

test('a text of many lines is read to its end', async () => {
  const german = 'Die Fähre fährt wieder jede Nacht über den Fluss.\n'.repeat(8);
  expect(await detectLanguages(`Ferry\n\n${german}`)).toEqual(['de']);
});

test('a text that may be Indonesian as well as Malay needs to be told which', async () => {
  const file = join(temporaryFolder(), 'text.txt');
  writeFileSync(file, 'Presiden mengatakan bahwa jembatan itu akan dibangun pada tahun depan.');
  const { code, stdout, stderr } = await run('src/cli.ts', ['draft', file], {
    DATABASE_URL: ':memory:',
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/its language may be id, ms; say which by --language\n$/);
});
