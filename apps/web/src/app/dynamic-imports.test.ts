import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '..');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

/** Rooms that a file of this room may load later; undefined: any. The same as lint enforces for static imports. */
function mayLoad(file: string): string[] | undefined {
  const [room = '', feature = ''] = file.split('/');
  if (room === 'features') return [`features/${feature}/`, 'domain/', 'ui/', 'lib/'];
  if (room === 'domain') return ['domain/', 'ui/', 'lib/'];
  if (room === 'ui' || room === 'lib') return ['ui/', 'lib/'];
  return undefined;
}

const loads = files.flatMap((file) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/\bimport\('(\.[^']+)'\)/g)].map(([, to = '']) => ({
    file,
    to: relative(src, resolve(src, dirname(file), to)).replaceAll('\\', '/'),
  })),
);

// Lint sees static imports only.
test('loads parts of pages later by the same boundaries as at once', () => {
  expect(loads.length).toBeGreaterThan(30);
  const crossing = loads.filter(({ file, to }) => mayLoad(file)?.every((room) => !to.startsWith(room)));
  expect(crossing).toEqual([]);
});
