import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Lints these files alone, at the paths that they would have. */
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

describe('allowed imports', () => {
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
  ])('pass in %s: %s', (path, from) => {
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
])('limits %s to %i lines', (path, max) => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `export const n${index} = 1;\n`).join('');
  expect(lint({ [path]: lines(max) }).status).toBe(0);
  expect(lint({ [path]: lines(max + 1) }).output).toContain('max-lines');
});

// Lint has no rule for a forbidden call, so this test reads the source text of the API.

const own = 'platform/mutate.ts';
/** What only `mutate` may do, and the exceptions with their reasons. */
const writes: { name: string; pattern: RegExp; but: Record<string, string> }[] = [
  { name: 'opens a transaction', pattern: /\$transaction\b/, but: {} },
  {
    name: 'writes an audit row',
    pattern: /\bwriteAudit\(/,
    but: { 'platform/audit.ts': 'declares it' },
  },
  { name: "raises a plan's revision", pattern: /\brevision: \{ increment|\brevision = revision/, but: {} },
  {
    name: 'writes outside a transaction',
    pattern: /\bdb\.(\w+\.(create|update|upsert|delete)|\$executeRaw\w*(?!`select 1`)\b)|\bexecute\((\w+\.)*db\b/,
    but: {
      'features/display/live-read.ts': 'marks screens as seen, some at once; no change of the municipality',
      'features/display/write-pairing.ts': 'a code that a screen shows belongs to nobody until it is confirmed',
      'features/mail/send-mail.ts': 'a mailbox of the demo, not of the product',
      'features/plan/import.ts': 'ANALYZE after the import, which needs no transaction',
      'features/report/write-comment.ts': 'a visit to the form, at each opening; the coordinator sees it as such',
      'features/session/delete-old.ts': 'deletes what is past its time, each kind for itself',
      'platform/sql.ts': 'passes on the statements of others',
      'platform/session.ts': 'marks sessions and screens as seen, on every request',
    },
  },
  {
    name: 'writes by a raw statement outside a transaction',
    pattern:
      /queryRows\(\s*(\w+\.)*db\b(?=[^]*(insert into|delete from|update "))|(insert into|delete from|update ")[^]*queryRows\(\s*(\w+\.)*db\b/i,
    but: {
      'features/identity/write-flow.ts': 'a sign-in that begins is taken once, by the deletion itself',
      'features/report/write-draft.ts':
        "drafts are only their writers'; many are kept in one statement while people type",
    },
  },
];

const api = resolve(import.meta.dirname, '..');
const sources = new Map(
  globSync('**/*.ts', { cwd: api })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.test\.ts$|^testing\/|\/testing\.ts$/.test(path))
    .map((path) => [path, readFileSync(join(api, path), 'utf8')]),
);
const filesWith = (pattern: RegExp, texts: ReadonlyMap<string, string>): string[] =>
  [...texts].flatMap(([path, text]) => (path !== own && pattern.test(text) ? [path] : [])).toSorted();

describe('every write of the API goes through mutate', () => {
  it.each(writes)('lists every other file that $name', ({ pattern, but }) => {
    expect(filesWith(pattern, sources)).toEqual(Object.keys(but).toSorted());
  });

  it.each([
    ['await db.$transaction(async (tx) => tx.user.count());'],
    ['await writeAudit(tx, at, { action });'],
    ['data: { revision: { increment: 1 } }'],
    ['update "Plan" set revision = revision + 1'],
    ['await context.db.user.update({ where, data });'],
    ['await db.$executeRaw`delete from "User"`;'],
    ['const sql = `insert into "User" (id) values ($1)`;\nawait queryRows(db, Row, sql, id);'],
  ])('finds %s', (text) => {
    const texts = new Map([['features/new/write.ts', text]]);
    expect(writes.flatMap(({ pattern }) => filesWith(pattern, texts))).toContain('features/new/write.ts');
  });

  it('lists the writes without an audit row, with the reason at the call', () => {
    const reasons = [...sources].flatMap(([path, text]) =>
      [...text.matchAll(/unaudited: '([^']+)'/g)].map(([, reason]) => `${path}: ${reason}`),
    );
    expect(reasons.toSorted()).toEqual([
      'features/identity/write-flow.ts: a sign-in that begins gives no access',
      'features/municipality/feedback.ts: feedback goes by mail and is kept nowhere',
      'features/reminder/write-claim-notices.ts: mails of notices are their own record',
      'features/reminder/write-claim.ts: the state of a reminder is its own record',
      'features/reminder/write-remind.ts: reminders of a day are rows of their own',
      'features/report/write-draft.ts: a draft is for its writer alone until it is sent',
      'features/round/complete.ts: completes what an earlier release did without snapshots and jobs',
      'features/session/demo-accounts.ts: the accounts of a demo are not given by anybody',
      'features/session/write-link.ts: the job writes the audit row of its account',
    ]);
  });
});
