import { expect, it } from 'vitest';
import { partsOf } from './links-in.ts';

it('splits addresses from the text around them', () => {
  const address = 'http://127.0.0.1:3000/link#0190-a.B_c-d';
  expect(partsOf(`Hei!\n\n${address}.\n\nLinkki toimii kerran.`)).toEqual([
    { text: 'Hei!\n\n' },
    { text: address, href: address },
    { text: '.\n\nLinkki toimii kerran.' },
  ]);
});

it('handles a mail without an address and a mail of one', () => {
  expect(partsOf('Hei')).toEqual([{ text: 'Hei' }]);
  expect(partsOf('https://a.example/')).toEqual([{ text: 'https://a.example/', href: 'https://a.example/' }]);
  expect(partsOf('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)' }]);
});
