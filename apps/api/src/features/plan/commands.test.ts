import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { esimerkkila } from '@vointi/db/seed/esimerkkila.ts';
import { canonicalPlan } from '@vointi/shared/plan/canonical.ts';
import { badFiles } from '@vointi/shared/plan/testing/bad-files.ts';
import { goodFile } from '@vointi/shared/plan/testing/good-file.ts';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { bareEnvironment } from '../../testing/bare-environment.ts';
import { contentsOf, useDatabase } from '../../testing/plan-contents.ts';

// Each command is a process of its own; on a busy machine many of them take a while.
vi.setConfig({ testTimeout: 240_000 });

const used = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'vointi-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));

const root = join(import.meta.dirname, '../../../../..');
const node = join(root, 'node_modules/.bin/node');

type Ended = { code: number | null; out: string; err: string };

/** As npm runs it: at the root, told where the person stands. */
function run(command: 'load' | 'export', args: string[], environment: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((ended) => {
    const script = join(import.meta.dirname, `${command}-command.ts`);
    const child = spawn(node, ['--no-warnings', script, ...args], {
      cwd: root,
      env: { ...bareEnvironment(), INIT_CWD: folder, ...environment },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', (code) => ended({ code, out, err }));
  });
}

const write = (name: string, file: unknown) => writeFileSync(join(folder, name), JSON.stringify(file));
const onServer = () => ({ DATABASE_URL: used.connectionString });

describe('plan:load', () => {
  it('stores a file and says what it held', async () => {
    write('hyva.json', goodFile());
    expect(await run('load', ['hyva.json', '--lang', 'fi'], onServer())).toEqual({
      code: 0,
      err: '',
      out: 'Ladattu: koeponttola 2026, versio 1; tavoitteet 1, toimenpiteet 1, vastuut 2, vastuutahot 2, kierrokset 3, raportit 1, mittarit 2, havainnot 1\n',
    });
    expect(await run('load', ['hyva.json', '--replace'], onServer())).toMatchObject({
      code: 0,
      out: expect.stringContaining('Replaced: koeponttola 2026, revision 2; goals 1'),
    });
    expect(await run('load', ['hyva.json', '--lang', 'sv'], onServer())).toEqual({
      code: 1,
      out: '',
      err: 'plan.year — planen 2026 för kommunen ”koeponttola” finns redan; ersätt den med --replace\nIngenting sparades.\n',
    });
  });

  it('refuses a file with a line for each fault', async () => {
    const [first] = badFiles;
    write('huono.json', { ...(first?.file as object), colour: 'red' });
    const before = await contentsOf(used.db);
    expect(await run('load', ['huono.json'], onServer())).toEqual({
      code: 1,
      out: '',
      err: 'colour — unknown key "colour"\nmeasures[0].title — is missing\nNothing was written.\n',
    });
    expect(await run('load', ['puuttuu.json', '--lang', 'fi'], onServer())).toMatchObject({
      code: 1,
      err: 'puuttuu.json — tiedostoa ei voi lukea: sitä ei ole tai siihen ei ole oikeutta\nMitään ei tallennettu.\n',
    });
    expect(await contentsOf(used.db)).toEqual(before);
  });

  it.each([[[]], [['a.json', '--lang', 'de']], [['a.json', '--force']]])(
    'explains itself when it is mistyped: %j',
    async (args) => {
      expect(await run('load', args, onServer())).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('Usage: npm run plan:load -- FILE [--replace] [--lang fi|sv|en]'),
      });
    },
  );

  it('says so when there is no database', async () => {
    write('hyva.json', goodFile());
    const { code, err } = await run('load', ['hyva.json'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
    expect(code).toBe(1);
    expect(err).toContain('ECONNREFUSED');
    expect(await run('load', ['hyva.json'], { DATABASE_URL: 'mysql://x' })).toMatchObject({
      code: 1,
      err: 'DATABASE_URL is not usable: must begin with postgresql://.\n',
    });
  });
});

describe('plan:export', () => {
  it('writes what there is, to a file or to the output', async () => {
    write('esimerkkila.json', esimerkkila());
    await run('load', ['esimerkkila.json'], onServer());
    expect(await run('export', ['esimerkkila', '2026', '--out', 'ulos.json'], onServer())).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    const { out } = await run('export', ['esimerkkila', '2026'], onServer());
    expect(readFileSync(join(folder, 'ulos.json'), 'utf8')).toBe(out);
    expect(JSON.parse(out)).toEqual(canonicalPlan(esimerkkila()));
  });

  it('refuses what there is not', async () => {
    expect(await run('export', ['nowhere', '2026'], onServer())).toMatchObject({
      code: 1,
      out: '',
      err: 'There is no plan of "nowhere" for 2026.\n',
    });
    for (const args of [['nowhere'], ['nowhere', 'now']]) {
      expect(await run('export', args, onServer())).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('Usage:'),
      });
    }
  });
});

describe('without DATABASE_URL', () => {
  it('the database of a running start is used', async () => {
    const dataDir = mkdtempSync(join(folder, 'kaynnissa-'));
    writeFileSync(
      join(dataDir, 'connection.json'),
      JSON.stringify({ connectionString: used.connectionString, pid: process.pid }),
    );
    const file = goodFile();
    file.municipality.slug = 'kaynnissa';
    write('kaynnissa.json', file);
    expect(await run('load', ['kaynnissa.json'], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    expect(await used.db.plan.count({ where: { municipality: { slug: 'kaynnissa' } } })).toBe(1);
  });

  it('one of our own is started for the while, past what a killed start left, and the plan leaves as it came', async () => {
    const dataDir = mkdtempSync(join(folder, 'oma-'));
    writeFileSync(
      join(dataDir, 'connection.json'),
      JSON.stringify({ connectionString: 'postgresql://x', pid: 2 ** 30 }),
    );
    write('esimerkkila.json', esimerkkila());
    expect(await run('load', ['esimerkkila.json'], { DATA_DIR: dataDir })).toMatchObject({ code: 0, err: '' });
    const { out } = await run('export', ['esimerkkila', '2026'], { DATA_DIR: dataDir });
    expect(JSON.parse(out)).toEqual(canonicalPlan(esimerkkila()));
  });
});
