import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { withDatabase } from '../../platform/with-database.ts';
import { fileFrom, runCommand, UsageError } from '../../platform/command.ts';
import { exportPlan } from './export.ts';
import { maxMegabytes } from './read-plan-file.ts';

const usage = `Usage: npm run plan:export -- SLUG YEAR --out FILE
       npm run --silent plan:export -- SLUG YEAR > FILE`;

function readArguments() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const [slug, year, ...rest] = positionals;
  if (slug === undefined || year === undefined || rest.length > 0)
    throw new UsageError('Give a municipality and a year.');
  if (!/^20\d\d$/.test(year)) throw new UsageError(`"${year}" is not a year.`);
  return { slug, year: Number(year), out: values.out };
}

await runCommand(usage, async () => {
  const { slug, year, out } = readArguments();
  const plan = await withDatabase((db) => exportPlan(db, slug, year));
  if (!plan) {
    console.error(`There is no plan of "${slug}" for ${year}.`);
    return 1;
  }
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  const megabytes = Buffer.byteLength(text) / 1_000_000;
  if (megabytes > maxMegabytes) {
    console.error(`The file has ${Math.ceil(megabytes)} MB: plan:load takes ${maxMegabytes} MB at most.`);
  }
  // A reader that has seen enough, as `head` does, is no error.
  process.stdout.on('error', () => process.exit());
  if (out === undefined) process.stdout.write(text);
  else await writeFile(fileFrom(out), text);
  return 0;
});
