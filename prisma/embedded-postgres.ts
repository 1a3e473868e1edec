import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findBinaries } from './embedded/binaries.ts';
import { database, openCluster, user } from './embedded/cluster.ts';
import { chooseIdentity } from './embedded/identity.ts';
import { claim } from './embedded/owner.ts';
import { stopOrphan } from './embedded/postmaster.ts';
import { startServer } from './embedded/server.ts';

export type EmbeddedPostgres = { connectionString: string; readonly pid: number; stop: () => Promise<void> };
type Options = {
  /** Folder of cluster, password and log; created when missing. */
  dataDir: string;
  /** Default: any free port. */
  port?: number;
  /** False is faster, but a power cut loses data: for tests. */
  durable?: boolean;
};

/** Starts the built-in PostgreSQL on a folder, which may be empty or left in any state by a former process. */
export async function startPostgres({ dataDir, port, durable = true }: Options): Promise<EmbeddedPostgres> {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = claim(folder);
  try {
    const binaries = await findBinaries();
    const identity = chooseIdentity(folder, binaries.postgres);
    const clusterDir = join(folder, 'cluster');
    await stopOrphan(clusterDir);
    const { password } = await openCluster(folder, binaries, identity, durable);
    const server = await startServer(
      { clusterDir, logFile: join(folder, 'postgres.log'), binaries, identity, durable },
      port,
    );
    const stop = async () => {
      await server.stop();
      release();
    };
    const address = (name: string) => `postgresql://${user}:${password}@127.0.0.1:${server.port}/${name}`;
    try {
      await ensureDatabase(address('postgres'));
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      connectionString: address(database),
      get pid() {
        return server.pid;
      },
      stop,
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function ensureDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}
