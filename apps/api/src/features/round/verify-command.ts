import { parseArgs } from 'node:util';
import { runCommand } from '../../platform/command.ts';
import { withDatabase } from '../../platform/with-database.ts';
import { snapshotLine, verifySnapshots } from './verify.ts';

await runCommand('Usage: npm run round:verify', async () => {
  parseArgs({});
  return withDatabase(async (db) => {
    let changed = 0;
    for await (const snapshot of verifySnapshots(db)) {
      if (!snapshot.isIntact) changed += 1;
      (snapshot.isIntact ? console.log : console.error)(snapshotLine(snapshot));
    }
    return changed > 0 ? 1 : 0;
  });
});
