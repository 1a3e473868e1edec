import { parseArgs } from 'node:util';
import { runCommand } from '../../platform/command.ts';
import { withDatabase } from '../../platform/with-database.ts';
import { chainLine, verifyAudit } from './verify.ts';

await runCommand('Usage: npm run audit:verify', async () => {
  parseArgs({});
  return withDatabase(async (db) => {
    let broken = 0;
    for await (const chain of verifyAudit(db)) {
      if (chain.fault) broken += 1;
      (chain.fault ? console.error : console.log)(chainLine(chain));
    }
    return broken > 0 ? 1 : 0;
  });
});
