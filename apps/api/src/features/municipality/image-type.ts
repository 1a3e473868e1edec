const bytesOf = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

type Mark = { offset: number; bytes: number[] };
const marks: Record<string, Mark[]> = {
  'image/png': [{ offset: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }],
  'image/jpeg': [{ offset: 0, bytes: [0xff, 0xd8, 0xff] }],
  'image/webp': [
    { offset: 0, bytes: bytesOf('RIFF') },
    { offset: 8, bytes: bytesOf('WEBP') },
  ],
};

/** The type of a picture by its first bytes. SVG is not allowed: it can carry a script. */
export const imageTypeOf = (data: Uint8Array): string | undefined =>
  Object.entries(marks).find(([, all]) =>
    all.every(({ offset, bytes }) => bytes.every((byte, index) => data[offset + index] === byte)),
  )?.[0];
