import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');

/** Methods that check no rows, or whose text may hold a value. */
const unchecked = /\$(queryRaw|queryRawUnsafe|executeRawUnsafe)\b/;

const exceptions: Record<string, string> = {
  'apps/api/src/platform/sql.ts': 'It is the helper that checks rows.',
  'prisma/seed/fill-catalogue.ts': 'It writes only, and the database package lies below the API.',
  'scripts/bench/board-read.ts': 'It stands in for the database to record the statements of others.',
  'scripts/bench/catalogue.ts': 'It stands in for the database to record the statements of others.',
};

it('sends raw statements through platform/sql.ts, which checks their rows', () => {
  const files = globSync(['apps/*/src/**/*.{ts,tsx}', 'packages/*/src/**/*.ts', 'prisma/**/*.ts', 'scripts/**/*.ts'], {
    cwd: root,
    // Tests assert the rows of their statements themselves.
    exclude: ['**/node_modules/**', '**/generated/**', '**/testing/**', '**/testing.ts', '**/*.test.{ts,tsx}'],
  });
  expect(files.length).toBeGreaterThan(500);
  const filesWithRawSql = files.filter((file) => unchecked.test(readFileSync(resolve(root, file), 'utf8')));
  expect(filesWithRawSql.toSorted()).toEqual(Object.keys(exceptions).toSorted());
});
