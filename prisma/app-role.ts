import pg from 'pg';

/** Key of an advisory lock, the same in every instance, because concurrent grants fail. */
const lock = 7_864_689_469;

type Options = {
  /** Whether to set the role's password from the address: only on the built-in server, which nobody else uses. */
  setsPassword?: boolean;
};

/**
 * Grants the role of `app` what the application needs on the database of `owner`, and no more (ASVS 5.0, 13.2.2): no DDL,
 * no change of append-only tables. Creates the role when it is missing. Both are connection strings to one database.
 * @throws Error with a sentence when the owner may not create the role
 */
export async function grantApp(owner: string, app: string, { setsPassword = false }: Options = {}): Promise<void> {
  const { username, password } = new URL(app);
  const name = decodeURIComponent(username);
  const role = pg.escapeIdentifier(name);
  const secret = pg.escapeLiteral(decodeURIComponent(password));
  const client = new pg.Client({
    connectionString: owner,
    application_name: 'vointi grant',
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${secret}`);
    else if (setsPassword) await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${secret}`);
    await client.query(grants(role));
    await client.query('COMMIT');
  } catch (cause) {
    throw new Error(
      `The role ${name} could not be made or given its rights: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        'Make it by hand (CREATE ROLE … LOGIN PASSWORD …) or give DATABASE_OWNER_URL a role that may.',
      { cause },
    );
  } finally {
    await client.end();
  }
}

/** The queue's tables have row level security, which admits only their owner until a policy is added. */
const grants = (role: string) => `
  REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role};
  REVOKE CREATE ON SCHEMA public FROM ${role}, PUBLIC;
  GRANT USAGE ON SCHEMA public TO ${role};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
  REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${role};
  REVOKE UPDATE, DELETE ON "AuditEntry", "ReportRevision" FROM ${role};
  REVOKE UPDATE ON "RoundSnapshot" FROM ${role};
  DO $$
  DECLARE queue regclass;
  BEGIN
    IF to_regnamespace('graphile_worker') IS NOT NULL THEN
      GRANT USAGE ON SCHEMA graphile_worker TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${role};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${role};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${role};
      FOR queue IN
        SELECT oid FROM pg_class WHERE relnamespace = to_regnamespace('graphile_worker') AND relrowsecurity
      LOOP
        EXECUTE format('DROP POLICY IF EXISTS vointi ON %s', queue);
        EXECUTE format('CREATE POLICY vointi ON %s TO ${role.replaceAll("'", "''")} USING (true) WITH CHECK (true)', queue);
      END LOOP;
    END IF;
  END
  $$`;

/**
 * Whether the role of this address, or one that it can become, could rewrite or drop the audit log: as superuser, as
 * the owner of the table or of its schema, or by a grant.
 */
export async function canRewriteAudit(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ can: boolean }>(`
      SELECT EXISTS (
        SELECT FROM pg_roles r, pg_class t JOIN pg_namespace s ON s.oid = t.relnamespace
        WHERE t.oid = '"AuditEntry"'::regclass AND pg_has_role(current_user, r.oid, 'MEMBER') AND (
          r.rolsuper OR r.oid IN (t.relowner, s.nspowner)
          OR has_table_privilege(r.oid, t.oid, 'UPDATE, DELETE, TRUNCATE')
          OR has_any_column_privilege(r.oid, t.oid, 'UPDATE')
        )
      ) AS can`);
    return rows[0]?.can ?? true;
  } finally {
    await client.end();
  }
}
