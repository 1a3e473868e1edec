import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reservedSlugs } from '@vointi/shared/municipality/reserved.ts';

it('no municipality can stand where a page of the product stands', () => {
  const source = readFileSync(join(import.meta.dirname, 'routes.tsx'), 'utf8');
  const first = [...source.matchAll(/[pP]age\('\/([a-z-]+)/g)].map(([, part]) => part ?? '');
  expect(first).toContain('sign-in');
  expect(first.filter((part) => !reservedSlugs.includes(part))).toEqual([]);
});
