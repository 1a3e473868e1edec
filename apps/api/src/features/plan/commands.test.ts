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
      out: 'Ladattu: koeponttola 2026, versio 1; uutta: suunnitelma 1, vastuutaho 2, mittaristo 1, mittari 2, luku 3, tavoite 1, valtuustokauden toimenpide 1, toimenpide 1, vastuu 2, kierros 3, vastaus 1, havainto 1\n',
    });
    const { goals: _goals, ...other } = goodFile();
    write('toinen.json', {
      ...other,
      goals: goodFile().goals.map((goal) => ({ ...goal, name: { fi: 'Osallisuus kasvaa' } })),
      measures: goodFile().measures.map((measure) => ({ ...measure, title: { fi: 'Avataan kirjasto' } })),
      findings: [],
    });
    expect(await run('load', ['toinen.json', '--update', '--lang', 'fi'], onServer())).toEqual({
      code: 0,
      err: '',
      out: [
        'Päivitetty: koeponttola 2026, versio 2; ei mitään uutta',
        'Tiedostosta otettiin: toimenpide 1',
        '  toimenpide m1, title: tallessa ”Avataan omatoimikirjasto”, tiedostossa ”Avataan kirjasto”',
        'Ennallaan, vaikka tiedostossa on toisin: tavoite 1',
        '  tavoite osallisuus, name: tallessa ”Osallisuus vahvistuu”, tiedostossa ”Osallisuus kasvaa”',
        'Yksi kohta puuttuu tiedostosta ja säilyi: havainto f1',
        '',
      ].join('\n'),
    });
    expect(await run('load', ['hyva.json', '--replace'], onServer())).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no --replace any more: a file never deletes. Use --update'),
    });
    expect(await run('load', ['hyva.json', '--lang', 'sv'], onServer())).toEqual({
      code: 1,
      out: '',
      err: 'plan.year — planen 2026 för kommunen ”koeponttola” är redan publicerad; uppdatera den med --update\nIngenting sparades.\n',
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

  it.each([
    [[]],
    [['a.json', '--lang', 'de']],
    [['a.json', '--force']],
    [['a.json', '--assessed', '2025-12..2025-01']],
  ])('explains itself when it is mistyped: %j', async (args) => {
    expect(await run('load', args, onServer())).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('Usage: npm run plan:load -- FILE [options]'),
    });
  });

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
