import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
export type Outcome = {
  passed: number;
  failed: number;
  /** Checks that this machine cannot run: they have told the reason. */
  notRun?: number;
};

const run = (command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(command, args, { cwd: join(root, cwd), stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

const tool = (name: string) => join(root, 'node_modules/.bin', name);

/** Runs a tool that passes or fails as a whole: it counts as one. */
export function check(title: string, name: string, args: string[], cwd = '.'): Outcome {
  console.log(`\n# ${title}`);
  const isGood = run(tool(name), args, cwd);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
}

/** Runs a suite that writes its counts as JSON. A suite that ran no test, or crashed, has failed. */
function suite(
  title: string,
  command: string,
  args: (report: string) => string[],
  cwd: string,
  env: (report: string) => NodeJS.ProcessEnv,
  read: (json: never) => Outcome,
): Outcome {
  console.log(`\n# ${title}`);
  const folder = mkdtempSync(join(tmpdir(), 'vointi-report-'));
  const report = join(folder, 'report.json');
  const isGood = run(command, args(report), cwd, env(report));
  try {
    const outcome = read(JSON.parse(readFileSync(report, 'utf8')) as never);
    const isSilent = outcome.passed + outcome.failed === 0 || (!isGood && outcome.failed === 0);
    return isSilent ? { ...outcome, failed: outcome.failed + 1 } : outcome;
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Options = {
  /** Arguments for vitest. */
  args?: string[];
  env?: NodeJS.ProcessEnv;
  /** A command that starts vitest, with its arguments. */
  within?: string[];
};

export const unit = (title: string, cwd: string, { args = [], env = {}, within = [] }: Options = {}): Outcome => {
  const [command = '', ...rest] = [...within, tool('vitest')];
  return suite(
    title,
    command,
    (report) => [...rest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    cwd,
    () => env,
    ({
      numPassedTests: passed,
      numFailedTests,
      numFailedTestSuites,
    }: Record<'numPassedTests' | 'numFailedTests' | 'numFailedTestSuites', number>) => ({
      passed,
      failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
    }),
  );
};

export const browser = (title: string): Outcome =>
  suite(
    title,
    tool('playwright'),
    () => ['test', '--reporter=list,json'],
    'e2e',
    (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
    ({ stats, errors }: { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
    }),
  );

/** Format, lint, types and budgets: what needs no database and no browser. */
export const statics = (): Outcome[] => [
  check('Format', 'oxfmt', ['--check', '.']),
  check('Lint', 'oxlint', ['--deny-warnings', '.']),
  check('Unused', 'knip', []),
  check('Names', 'node', ['scripts/names.ts']),
  ...['packages/shared', 'packages/disclosure', 'prisma', 'apps/api', 'apps/web', 'e2e', '.'].map((project) =>
    check(`Types: ${project}`, 'tsc', ['-p', project]),
  ),
];

export function conclude(outcomes: Outcome[]): never {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  const notRun = outcomes.reduce((sum, outcome) => sum + (outcome.notRun ?? 0), 0);
  console.log(`\n${passed} passed, ${failed} failed${notRun > 0 ? `, ${notRun} not run` : ''}`);
  // A run in which nothing ran has shown nothing.
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
