import type { Prisma, Tx } from '@vointi/db/client.ts';
import { execute } from '../../platform/sql.ts';

type Models = Prisma.TypeMap['model'];
export type Model = keyof Models;
type Scalars<M extends Model> = Models[M]['payload']['scalars'];
/** JSON carries numbers for decimals; the columns that hold JSON take anything. */
type Cell<V> = Prisma.JsonValue extends V ? unknown : V extends Prisma.Decimal ? number : V;
export type Row<M extends Model> = { [C in keyof Scalars<M>]?: Cell<Scalars<M>[C]> };

const batch = 5_000;
const quoted = (name: string): string => `"${name}"`;

/**
 * Writes rows by the thousand: one statement and one parameter a batch, the columns' types read from the table.
 * Every row of a call has the same keys. `update`: a row that is there already, by its id, is rewritten.
 */
export async function writeRows<M extends Model>(
  tx: Tx,
  table: M,
  rows: readonly Row<M>[],
  { update = false } = {},
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map(quoted).join(', ');
  const kept = ['id', 'version'];
  const changes = columns
    .filter((name) => !kept.includes(name))
    .map((name) => `${quoted(name)} = excluded.${quoted(name)}`);
  const onConflict = update
    ? `on conflict (id) do update set ${changes.join(', ')}, version = ${quoted(table)}.version + 1`
    : '';
  const sql = `insert into ${quoted(table)} (${names})
    select ${names} from jsonb_populate_recordset(null::${quoted(table)}, $1::jsonb) ${onConflict}`;
  for (let from = 0; from < rows.length; from += batch) {
    await execute(tx, sql, JSON.stringify(rows.slice(from, from + batch)));
  }
}
