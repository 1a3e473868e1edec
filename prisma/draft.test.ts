import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftMigration } from './draft.ts';

let folder: string;
let migrationsDir: string;
let schemaDir: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vointi-draft-test-'));
  [migrationsDir, schemaDir] = [join(folder, 'migrations'), join(folder, 'schema')];
  cpSync(join(import.meta.dirname, 'migrations'), migrationsDir, { recursive: true });
  cpSync(join(import.meta.dirname, 'schema'), schemaDir, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const draft = (name: string, now: string) => draftMigration(name, { migrationsDir, schemaDir, now: new Date(now) });

function addToDisplay(field: string): void {
  const display = join(schemaDir, 'display.prisma');
  writeFileSync(display, readFileSync(display, 'utf8').replace('  room ', `  ${field}\n  room `));
}

test('drafts a migration of what the migrations lack', async () => {
  addToDisplay('floor Int?');
  const file = await draft('add_floor', '2030-02-03T04:05:06Z');
  expect(file).toBe(join(migrationsDir, '20300203040506_add_floor/migration.sql'));
  expect(readFileSync(file!, 'utf8')).toMatch(
    /^-- AlterTable\s+ALTER TABLE "Display" ADD COLUMN +"floor" INTEGER;\s*$/,
  );
});

test('drafts only what is new, and names it after the last one even when the clock is behind', async () => {
  addToDisplay('wing String?');
  const file = await draft('add_wing', '2020-01-01T00:00:00Z');
  expect(file).toBe(join(migrationsDir, '20300203040507_add_wing/migration.sql'));
  expect(readFileSync(file!, 'utf8')).toMatch(/^-- AlterTable\s+ALTER TABLE "Display" ADD COLUMN +"wing" TEXT;\s*$/);
});

test('drafts nothing when nothing is new', () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'draft.ts'), 'nothing'], {
    encoding: 'utf8',
  });
  expect({ status, stderr, stdout: stdout.trim() }).toEqual({ status: 0, stderr: '', stdout: 'nothing to draft' });
});

test.each(['', 'Add', 'add-floor', 'add floor', '../x', '1st', 'a__b', 'x'.repeat(61)])(
  '%j is no name',
  async (name) => {
    await expect(draft(name, '2030-01-01T00:00:00Z')).rejects.toThrow(/is not a name for a migration/);
  },
);

test('fails the command with one line', () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'draft.ts'), 'Bad Name'], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr.trim().split('\n')).toEqual([
    '"Bad Name" is not a name for a migration: lower-case words with _ between them, like add_deadline.',
  ]);
});
