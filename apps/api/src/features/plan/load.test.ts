import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { badFiles } from '@vointi/shared/plan/testing/bad-files.ts';
import { goodFile } from '@vointi/shared/plan/testing/good-file.ts';
import type { Db } from '@vointi/db/client.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentsOf, useDatabase } from '../../testing/plan-contents.ts';
import type { ImportOptions } from './import-options.ts';
import { loadPlanFile } from './load.ts';

const used = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'vointi-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const load = (path: string, options: ImportOptions = {}) =>
  loadPlanFile(path, options, <T>(work: (db: Db) => Promise<T>) => work(used.db));

function write(content: string | Uint8Array): string {
  const path = join(folder, 'plan.json');
  writeFileSync(path, content);
  return path;
}

/** JSON.stringify writes `__proto__` only when it is a key of its own, as it is here. */
const json = (file: unknown): string => JSON.stringify(file);

describe('a file with a fault', () => {
  beforeAll(async () => {
    // Something is there that a half-done replacement would spoil.
    await load(write(json(goodFile())));
  });

  it.each(badFiles)('is refused whole, also as an update: $name', async ({ file, path, reason }) => {
    const before = await contentsOf(used.db);
    for (const isUpdate of [false, true]) {
      expect(await load(write(json(file)), { isUpdate })).toEqual({ problems: [{ path, reason }], more: 0 });
    }
    expect(await contentsOf(used.db)).toEqual(before);
  });
});

describe('a file that is none', () => {
  const good = json(goodFile());

  it.each([
    ['that is not there', () => join(folder, 'nowhere.json'), { code: 'cannot_read' }],
    ['that is a folder', () => folder, { code: 'cannot_read' }],
    ['in another encoding', () => write(Buffer.from(good, 'utf16le')), { code: 'not_utf8' }],
    ['in Latin-1', () => write(Buffer.from(good, 'latin1')), { code: 'not_utf8' }],
    ['that ends early', () => write(`${good.slice(0, -1)}\n`), { code: 'not_json', line: 2, column: 1 }],
    [
      'with a comma too many',
      () => write('{\n  "format": "vointi-plan",\n}'),
      { code: 'not_json', line: 3, column: 1 },
    ],
    ['that is empty', () => write(''), { code: 'not_json', line: 1, column: 1 }],
  ])('is refused: one %s', async (_name, path, reason) => {
    const before = await contentsOf(used.db);
    expect(await load(path())).toEqual({ problems: [{ path: '', reason }], more: 0 });
    expect(await contentsOf(used.db)).toEqual(before);
  });

  it('is refused when it is too large, without being read to its end', async () => {
    const path = write(good);
    truncateSync(path, 1_000_000_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await load(path)).toEqual({
      problems: [{ path: '', reason: { code: 'file_too_large', maxMegabytes: 100 } }],
      more: 0,
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(400_000_000);
  });
});

it('a byte order mark is forgiven', async () => {
  const file = goodFile();
  file.municipality.slug = 'merkillinen';
  expect(await load(write(`\ufeff${json(file)}`))).toMatchObject({ revision: 1, isUpdated: false });
});
