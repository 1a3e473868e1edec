import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { queryRows, sql } from '../../platform/sql.ts';

const UnsentRow = z.strictObject({ roundId: z.uuid(), departmentId: z.uuid(), count: z.int() });

/** How many answers a person has written and not sent, of a department in a round. */
export type Unsent = (form: { roundId: string; departmentId: string }) => number;

export async function readUnsent(tx: Tx, userId: string | null): Promise<Unsent> {
  if (userId === null) return () => 0;
  const rows = await queryRows(
    tx,
    UnsentRow,
    sql`
    select w."roundId", a."departmentId", count(*)::int as count
    from "ReportDraft" w join "Assignment" a on a.id = w."assignmentId" and a."municipalityId" = w."municipalityId"
    where w."authorId" = ${userId}::uuid and w."sentAt" is null and (w.progress is not null or w.note <> '')
    group by w."roundId", a."departmentId"`,
  );
  return ({ roundId, departmentId }) =>
    rows.find((row) => row.roundId === roundId && row.departmentId === departmentId)?.count ?? 0;
}
