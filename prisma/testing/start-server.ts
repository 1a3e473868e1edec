// A process that tests start: it starts the server of a folder and reports its address.
import pg from 'pg';
import { startPostgres } from '../embedded-postgres.ts';

try {
  const postgres = await startPostgres({ dataDir: process.argv[2]! });
  const keepRunning = setInterval(() => {}, 1_000);
  process.on('SIGINT', async () => {
    const client = new pg.Client(postgres.connectionString);
    await client.connect();
    const { rows } = await client.query('SELECT 1 AS answer');
    await client.end();
    await postgres.stop();
    clearInterval(keepRunning);
    console.log(JSON.stringify({ answerAfterInterrupt: rows[0].answer }));
  });
  console.log(JSON.stringify({ connectionString: postgres.connectionString, pid: postgres.pid }));
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : error }));
}
