import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../embedded-postgres.ts';

export type DataDirs = { empty: () => string; made: () => Promise<string>; removeAll: () => void };

/** Temporary folders: empty ones, and copies of one where a server ran and was stopped. */
export function dataDirs(): DataDirs {
  const all: string[] = [];
  let original: Promise<string> | undefined;
  const empty = () => {
    const folder = mkdtempSync(join(tmpdir(), 'vointi-embedded-'));
    all.push(folder);
    return folder;
  };
  const makeOriginal = async () => {
    const dataDir = empty();
    await (await startPostgres({ dataDir, durable: false })).stop();
    return dataDir;
  };
  return {
    empty,
    made: async () => {
      original ??= makeOriginal();
      const folder = empty();
      cpSync(await original, folder, { recursive: true });
      return folder;
    },
    removeAll: () => {
      for (const folder of all.splice(0)) rmSync(folder, { recursive: true, force: true });
      original = undefined;
    },
  };
}
