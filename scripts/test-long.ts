// npm run test:long [-- FOLDER …]: runs the suites at moments that break tests which depend on when they run.
import { spawnSync } from 'node:child_process';
import { conclude, type Outcome, unit } from './steps.ts';

type Moment = { name: string; at: string; zone?: string };

const moments: Moment[] = [
  { name: 'half past midnight, still the day before in UTC', at: '2027-02-03 00:30:00 +0200' },
  { name: 'half past nine, an hour of one digit', at: '2027-06-09 09:30:00 +0300' },
  { name: 'ten to midnight, the last day of a month', at: '2026-11-30 23:50:00 +0200' },
  { name: 'before the night of 23 hours', at: '2027-03-27 23:50:00 +0200' },
  { name: 'clocks are put forward during the run', at: '2027-03-28 02:59:57 +0200' },
  { name: 'the day of 25 hours begins', at: '2027-10-31 00:30:00 +0300' },
  { name: 'clocks are put back during the run', at: '2027-10-31 03:59:57 +0300' },
  { name: 'the last day of a year', at: '2026-12-31 23:50:00 +0200' },
  { name: 'the leap day', at: '2028-02-29 00:30:00 +0200' },
  { name: 'the leap day, on a machine in Los Angeles', at: '2028-02-29 00:30:00 +0200', zone: 'America/Los_Angeles' },
];

/** Components run in a browser, whose clock faketime does not move. */
const suites = [
  { folder: 'packages/shared', args: [] },
  { folder: 'apps/web', args: ['--project=rules'] },
  { folder: 'apps/api', args: [] },
];

const envOf = ({ zone = 'Europe/Helsinki' }: Moment) => ({
  TZ: zone,
  // Waits and file times stay true: a test is about the moment, not about how long things take.
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  NO_FAKE_STAT: '1',
  // No timeout of PostgreSQL ends under a faked clock ahead of the real one, so that a deadlock would last for ever:
  // its signal handler reads the true clock there. The product goes by its own clock and not by the database's.
  FAKETIME_SKIP_CMDS: 'postgres',
});

/** Asks Node itself for the time: a faketime that is there but does not reach it would pass every suite. */
function whyNotRun(moment: Moment): string | undefined {
  const { error, status, stdout } = spawnSync('faketime', [moment.at, process.execPath, '-p', 'Date.now()'], {
    encoding: 'utf8',
    env: { ...process.env, ...envOf(moment) },
  });
  if (error) return 'faketime is not installed (Debian: apt-get install faketime)';
  const wanted = Date.parse(moment.at.replace(' ', 'T').replace(/ \+(\d\d)/, '+$1:'));
  const isMoved = status === 0 && Math.abs(Number(stdout) - wanted) < 60_000;
  return isMoved ? undefined : 'faketime does not move the clock of Node on this machine';
}

function runAt(moment: Moment, { folder, args }: (typeof suites)[number]): Outcome {
  const title = `${folder} at ${moment.at}: ${moment.name}`;
  const reason = whyNotRun(moment);
  if (reason === undefined) return unit(title, folder, { args, env: envOf(moment), within: ['faketime', moment.at] });
  console.log(`\n# ${title}\nNOT RUN: ${reason}`);
  return { passed: 0, failed: 0, notRun: 1 };
}

const folders = process.argv.slice(2);
const chosen = suites.filter(({ folder }) => folders.length === 0 || folders.includes(folder));
conclude(moments.flatMap((moment) => chosen.map((suite) => runAt(moment, suite))));
