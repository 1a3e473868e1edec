import { expect, it } from 'vitest';
import { datesIn } from './dates-in.ts';

it.each<[string, string, string]>([
  ['valmistuu 3/2024', '3/2024', '2024-04-01'],
  ['valmistuu 03.2024.', '03.2024', '2024-04-01'],
  ['12/2023 mennessä', '12/2023', '2024-01-01'],
  ['avataan 15.3.2024', '15.3.2024', '2024-03-16'],
  ['avataan 15.03.2024.', '15.03.2024', '2024-03-16'],
  ['avataan 28.2.2024', '28.2.2024', '2024-02-29'],
  ['päivitetty 2024-02-29', '2024-02-29', '2024-03-01'],
  ['valmis kesäkuussa 2023', 'kesäkuussa 2023', '2023-07-01'],
  ['kesäkuussa vuonna 2023', 'kesäkuussa vuonna 2023', '2023-07-01'],
  ['kesällä 2023', 'kesällä 2023', '2023-09-01'],
  ['Syksyllä 2023', 'Syksyllä 2023', '2023-12-01'],
  ['klar i mars 2024', 'mars 2024', '2024-04-01'],
  ['våren 2024', 'våren 2024', '2024-06-01'],
  ['ready by September 2024', 'September 2024', '2024-10-01'],
  ['vuonna 2023', 'vuonna 2023', '2024-01-01'],
  ['vuoden 2024 aikana', 'vuoden 2024', '2025-01-01'],
  ['under år 2024', 'år 2024', '2025-01-01'],
])('finds in "%s" the date %s, over by %s', (text, words, over) => {
  expect(datesIn(text)).toEqual([{ start: text.indexOf(words), end: text.indexOf(words) + words.length, words, over }]);
});

it.each([
  'Peruskoululaisia 2050',
  '13/2024',
  '30.2.2024',
  '15.13.2024',
  '29.2.2023',
  '2024',
  '1/20245',
  '10.7',
  'kohta 3.2024.5',
  'vuonna 20235',
  '§ 12/24',
])('finds no date in "%s"', (text) => {
  expect(datesIn(text)).toEqual([]);
});

it('lists dates in the order of the text, each once', () => {
  const text = 'Alkoi 1.2.2024, jatkuu syksyllä 2024 ja päättyy 5/2025.';
  expect(datesIn(text).map(({ words }) => words)).toEqual(['1.2.2024', 'syksyllä 2024', '5/2025']);
});
