const bytesOf = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

type Mark = { at: number; bytes: number[] };
const marks: Record<string, Mark[]> = {
  'image/png': [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }],
  'image/jpeg': [{ at: 0, bytes: [0xff, 0xd8, 0xff] }],
  'image/webp': [
    { at: 0, bytes: bytesOf('RIFF') },
    { at: 8, bytes: bytesOf('WEBP') },
  ],
};

/** The type of a picture by its first bytes. SVG is not allowed: it can carry a script. */
export const imageTypeOf = (data: Uint8Array): string | undefined =>
  Object.entries(marks).find(([, all]) =>
    all.every(({ at, bytes }) => bytes.every((byte, index) => data[at + index] === byte)),
  )?.[0];
