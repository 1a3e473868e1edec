import { expect, it } from 'vitest';
import { languages } from '@vointi/shared/text/text.ts';
import { textsIn } from './texts.ts';

it('writes the end of a link in Finnish time, as on the pages', () => {
  const facts = { name: 'Aino', url: 'https://vointi.example/link#x', until: new Date('2026-03-05T00:16:00Z') };
  const ends = languages.map(
    (language) => /[^ ]+(?: \w+ \d{4})? (?:klo|kl\.|at) [\d.:]*\d/.exec(textsIn(language).reset(facts).text)?.[0],
  );
  expect(ends).toEqual(['05.03.2026 klo 2.16', '05.03.2026 kl. 2.16', '5 March 2026 at 02:16']);
});
