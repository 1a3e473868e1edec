import { parseArgs } from 'node:util';
import { isLanguage, languages } from '@vointi/shared/text/text.ts';
import { withDatabase } from '../../platform/with-database.ts';
import { fileFrom, runCommand, UsageError } from '../../platform/command.ts';
import { loadedLines, problemLines } from './command-texts.ts';
import type { ImportOptions } from './import-options.ts';
import { loadPlanFile } from './load.ts';

const usage = `Usage: npm run plan:load -- FILE [options]

  A file adds to what is there. What differs stays as it is and is listed.
  --update                  take the file's measures into a plan that is published already
  --replace-names           take the file's names of departments, goals and indicators
  --replace-figures         take the file's figures, targets and breaks
  --with-lights             load the lights of a file that was copied from another year
  --without-lights          leave them, and their rounds, out
  --assessed 2025-01..2025-12   the months that lights without a round assess
  --lang ${languages.join('|')}`;

/** First and last month, in this order. */
function readAssessed(given: string): NonNullable<ImportOptions['assessed']> {
  const [, from = '', to = ''] = /^(20\d\d-(?:0[1-9]|1[0-2]))\.\.(20\d\d-(?:0[1-9]|1[0-2]))$/.exec(given) ?? [];
  if (from === '' || to < from) {
    throw new UsageError(`"${given}" is not a first and a last month: 2025-01..2025-12.`);
  }
  return { from, to };
}

function readArguments() {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      update: flag,
      'replace-names': flag,
      'replace-figures': flag,
      'with-lights': flag,
      'without-lights': flag,
      assessed: { type: 'string' },
      // The former option, which deleted what departments had said.
      replace: flag,
      lang: { type: 'string', default: 'en' },
    },
  });
  const [file, ...rest] = positionals;
  if (values.replace) {
    throw new UsageError(
      'There is no --replace any more: a file never deletes. Use --update, and --replace-names or --replace-figures where the file is right.',
    );
  }
  if (file === undefined || rest.length > 0) throw new UsageError('Give one file.');
  if (!isLanguage(values.lang)) throw new UsageError(`There is no language "${values.lang}".`);
  if (values['with-lights'] && values['without-lights']) {
    throw new UsageError('Choose --with-lights or --without-lights, not both.');
  }
  const options: ImportOptions = {
    isUpdate: values.update,
    replacesNames: values['replace-names'],
    replacesFigures: values['replace-figures'],
    ...(values['with-lights'] && { lights: 'with' }),
    ...(values['without-lights'] && { lights: 'without' }),
    ...(values.assessed !== undefined && { assessed: readAssessed(values.assessed) }),
  };
  return { file, options, language: values.lang };
}

await runCommand(usage, async () => {
  const { file, options, language } = readArguments();
  const result = await loadPlanFile(fileFrom(file), options, withDatabase);
  if ('problems' in result) {
    console.error(problemLines(result.problems, result.more, file, language).join('\n'));
    return 1;
  }
  console.log(loadedLines(result.plan, result, language).join('\n'));
  return 0;
});
