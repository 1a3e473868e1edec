import { parseArgs } from 'node:util';
import { isLanguage, languages } from '@vointi/shared/text/text.ts';
import { withDatabase } from '../../platform/with-database.ts';
import { fileFrom, runCommand, UsageError } from '../../platform/command.ts';
import { loadedLine, problemLines } from './command-texts.ts';
import { loadPlanFile } from './load.ts';

const usage = `Usage: npm run plan:load -- FILE [--replace] [--lang ${languages.join('|')}]`;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false }, lang: { type: 'string', default: 'en' } },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('Give one file.');
  if (!isLanguage(values.lang)) throw new UsageError(`There is no language "${values.lang}".`);
  return { file, replace: values.replace, language: values.lang };
}

await runCommand(usage, async () => {
  const { file, replace, language } = readArguments();
  const result = await loadPlanFile(fileFrom(file), replace, withDatabase);
  if ('problems' in result) {
    console.error(problemLines(result.problems, result.more, file, language).join('\n'));
    return 1;
  }
  console.log(loadedLine(result.plan, result.isReplaced, result.revision, language));
  return 0;
});
