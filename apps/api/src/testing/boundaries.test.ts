import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../..');
let tree: string;
beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'vointi-lint-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** What the lint of the whole tree says of these files alone, standing where they would stand. */
function lint(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--deny-warnings', '.'], {
    cwd: tree,
    encoding: 'utf8',
  });
  for (const path of Object.keys(files)) rmSync(join(tree, path));
  return { status, output: stdout };
}

const importing = (from: string) => `import { thing } from '${from}';\nexport const other = thing;\n`;
const shared = 'packages/shared imports zod and itself only';
const feature = 'A feature reaches another only by its public.ts';
const database = 'The database is reached only by';
const platform = 'platform knows no feature';
const known = 'ui and lib know no domain and no feature';

describe('a forbidden import is refused', () => {
  it.each([
    ['packages/shared/src/measure/rule.ts', 'node:fs', shared],
    ['packages/shared/src/measure/rule.ts', 'react', shared],
    ['packages/shared/src/measure/rule.ts', 'zod-to-json-schema', shared],
    ['packages/shared/src/measure/rule.ts', '@prisma/client', shared],
    ['packages/shared/src/measure/rule.ts', '@vointi/db/client.ts', shared],
    ['packages/shared/src/measure/rule.ts', '../../../../apps/api/src/app.ts', shared],
    ['apps/api/src/features/goal/routes.ts', '@vointi/db/client.ts', database],
    ['apps/api/src/features/plan/board.ts', '@prisma/client', database],
    ['apps/api/src/features/plan/board-index.ts', 'pg', database],
    ['apps/api/src/features/goal/read.ts', '../plan/board-store.ts', feature],
    ['apps/api/src/features/goal/routes.ts', '../plan/read.ts', feature],
    ['apps/api/src/platform/context.ts', '../features/plan/public.ts', platform],
    ['apps/web/src/ui/button.tsx', '../features/plan/board.tsx', known],
    ['apps/web/src/lib/call.ts', '../features/plan/public.ts', known],
    ['apps/web/src/lib/call.ts', '../app/router.tsx', known],
  ])('%s: %s', (path, from, message) => {
    const { status, output } = lint({ [path]: importing(from) });
    expect(output).toContain(message);
    expect(status).toBe(1);
  });
});

describe('what is allowed passes', () => {
  it.each([
    ['packages/shared/src/measure/rule.ts', 'zod'],
    ['packages/shared/src/measure/rule.ts', '../plan/contract.ts'],
    ['packages/shared/src/measure/rule.ts', './status.ts'],
    ['packages/shared/src/measure/rule.test.ts', 'vitest'],
    ['apps/api/src/features/goal/read.ts', '@vointi/db/client.ts'],
    ['apps/api/src/features/goal/read.ts', '../plan/public.ts'],
    ['apps/api/src/features/goal/read.ts', '../../platform/context.ts'],
    ['apps/api/src/platform/health.ts', '@vointi/db/client.ts'],
    ['apps/web/src/features/plan/page.tsx', '../../ui/button.tsx'],
  ])('%s: %s', (path, from) => {
    expect(lint({ [path]: importing(from) })).toMatchObject({ status: 0 });
  });
});

it('refuses a cycle of values', () => {
  const { status, output } = lint({
    'packages/shared/src/a.ts': `import { b } from './b.ts';\nexport const a = () => b;\n`,
    'packages/shared/src/b.ts': `import { a } from './a.ts';\nexport const b = () => a;\n`,
  });
  expect(output).toContain('no-cycle');
  expect(status).toBe(1);
});

it.each(['packages/shared/src', 'packages/other/src', 'apps/api/src/features/goal', 'apps/web/src/ui', 'prisma/seed'])(
  'refuses a cycle of types in %s',
  (folder) => {
    const { status, output } = lint({
      [`${folder}/a.ts`]: `import type { B } from './b.ts';\nexport type A = B | 1;\nexport const a = 1;\n`,
      [`${folder}/b.ts`]: `import { a, type A } from './a.ts';\nexport type B = { a: A } | typeof a;\n`,
    });
    expect(output).toContain('no-cycle');
    expect(status).toBe(1);
  },
);

it.each([
  ['apps/api/src/long.ts', 300],
  ['apps/api/src/long.test.ts', 500],
])('%s may have %i lines and not one more', (path, max) => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `export const n${index} = 1;\n`).join('');
  expect(lint({ [path]: lines(max) }).status).toBe(0);
  expect(lint({ [path]: lines(max + 1) }).output).toContain('max-lines');
});
