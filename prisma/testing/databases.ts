import pg from 'pg';

/** @param server a connection string to any database of the server */
export async function createDatabase(server: string, name: string, template = 'template0'): Promise<string> {
  await execute(server, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export const dropDatabase = (server: string, name: string): Promise<void> =>
  execute(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);

async function execute(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
