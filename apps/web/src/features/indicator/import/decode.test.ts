import { expect, it } from 'vitest';
import { decode } from './decode.ts';

const text = 'ikäryhmä;arvo\r\nLapset ja nuoret;−50 %\r\n';
const utf16 = (isLittle: boolean) => {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  ['\ufeff', ...text].forEach((letter, index) => view.setUint16(index * 2, letter.charCodeAt(0), isLittle));
  return bytes;
};

it.each([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${text}`)],
  ['UTF-16, as Excel writes "Unicode text"', utf16(true)],
  ['UTF-16, big-endian', utf16(false)],
])('reads %s', (_, bytes) => {
  expect(decode(bytes)).toBe(text);
});

it('reads what Excel writes as plain CSV', () => {
  const bytes = Uint8Array.from('ikäryhmä;ål;10 €', (letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0)));
  expect(decode(bytes)).toBe('ikäryhmä;ål;10 €');
});
