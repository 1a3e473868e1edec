import { Logger, runMigrations } from 'graphile-worker';

const silent = new Logger(() => () => {});

/** Migrates the job queue's tables as the database's owner, before the application's role is granted. */
export const migrateJobs = (connectionString: string): Promise<void> =>
  runMigrations({ connectionString, logger: silent });
