import { Logger, runMigrations } from 'graphile-worker';

const silent = new Logger(() => () => {});

/** Brings the queue of jobs to the installed version, as the database's owner: before the application's role is granted. */
export const migrateJobs = (connectionString: string): Promise<void> =>
  runMigrations({ connectionString, logger: silent });
