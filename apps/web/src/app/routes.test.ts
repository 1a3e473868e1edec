import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reservedSlugs } from '@vointi/shared/municipality/reserved.ts';

it('reserves the first part of every page’s path, so that no municipality takes it', () => {
  const source = readFileSync(join(import.meta.dirname, 'routes.tsx'), 'utf8');
  const first = [...source.matchAll(/[pP]age\('\/([a-z-]+)/g)].map(([, part]) => part ?? '');
  expect(first).toContain('sign-in');
  expect(first.filter((part) => !reservedSlugs.includes(part))).toEqual([]);
});
