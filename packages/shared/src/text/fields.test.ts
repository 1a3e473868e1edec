import { expect, it } from 'vitest';
import { email, line } from './fields.ts';

it.each([
  'aino.virtanen@kouvola.fi',
  "o'connor+vointi@posti.kunta.example",
  'a@b',
  '1@xn--jyvskyl-7wae.fi',
  '_x@a-b.fi',
])('accepts %s', (address) => {
  expect(email.parse(` ${address.toUpperCase()} `)).toBe(address);
});

it.each([
  'a',
  '@b.fi',
  'a@',
  'a@b@c.fi',
  'a b@c.fi',
  'a@b.fi,c@d.fi',
  'a@b.fi;c@d.fi',
  '<a@b.fi>',
  'Aino<a@b.fi>',
  '"a"@b.fi',
  'a(b)@c.fi',
  'ryhmä:a@b.fi',
  'a\\@b.fi',
  'a@[192.0.2.1]',
  'a@b.fi\nBcc: c@d.fi',
  'a\u0000@b.fi',
  'a\u007F@b.fi',
  '.a@b.fi',
  'a..b@c.fi',
  'a@b..fi',
  'a@-b.fi',
  `${'a'.repeat(250)}@b.fi`,
])('rejects %j', (address) => {
  expect(email.safeParse(address).success).toBe(false);
});

it('checks an address of any length quickly', () => {
  const before = Date.now();
  for (const address of [`${'a.'.repeat(20_000)}!`, `a@${'a-'.repeat(20_000)}`, `a@${'a.'.repeat(20_000)}`]) {
    expect(email.safeParse(address).success).toBe(false);
  }
  expect(Date.now() - before).toBeLessThan(500);
});

it('rejects a line with a line break or a control character of any kind', () => {
  expect(line(20).parse('  Äänekoski – åå 🐻 ')).toBe('Äänekoski – åå 🐻');
  for (const between of ['\n', '\r\n', '\t', '\v', '\u0000', '\u001B', '\u007F', '\u0085', '\u2028', '\u2029']) {
    expect([between, line(20).safeParse(`a${between}b`).success]).toEqual([between, false]);
  }
});

it.each(['\u202A', '\u202E', '\u2066', '\u2069'])('a line turns nothing around it: %j', (mark) => {
  expect(line(20).safeParse(`Aino${mark}Virtanen`).success).toBe(false);
});
