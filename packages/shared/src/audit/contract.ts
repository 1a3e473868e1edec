import * as z from 'zod';
import { route } from '../http/route.ts';
import { slug } from '../text/contract.ts';
import { cursor, day, line } from '../text/fields.ts';
import { auditActions } from './action.ts';
import { exportAudit, listAudit } from './endpoints.ts';

export const AuditRow = z.object({
  id: z.uuid(),
  sequence: z.int(),
  createdAt: z.iso.datetime(),
  action: z.enum(auditActions),
  /** Null: the product itself, or nobody who was signed in. The name is today's; gone once they are removed. */
  actor: z.object({ id: z.uuid(), displayName: z.string().nullable() }).nullable(),
  /** What it was done to: a noun and an id, `user:0190…`. */
  subject: z.string(),
  subjectName: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string().nullable(),
});
export type AuditRow = z.output<typeof AuditRow>;

const at = z.object({ slug });
const filter = z.strictObject({
  action: z.exactOptional(z.enum(auditActions)),
  actor: z.exactOptional(z.uuid()),
  /** A noun and an id, or the noun alone. */
  subject: z.exactOptional(line(200)),
  /** Days in Finland's time, both included. */
  from: z.exactOptional(day),
  to: z.exactOptional(day),
});

export const auditApi = {
  list: route(listAudit, {
    can: 'audit:read',
    tag: 'audit',
    summary: 'Who did what',
    description:
      'The municipality’s audit log, the latest first, 50 at a time. It holds no free text of reports, no names and no secrets; names are joined as they are today.',
    params: at,
    query: filter.extend({ cursor: z.exactOptional(cursor) }),
    response: z.object({ entries: z.array(AuditRow).max(50), next: z.string().nullable() }),
  }),
  export: route(exportAudit, {
    can: 'audit:read',
    tag: 'audit',
    summary: 'The audit log as a file',
    description:
      'CSV for a spreadsheet: UTF-8 with its mark, semicolons, the earliest first, at most 100 000 rows of the same filters. A cell that could be taken for a formula is text. Taking the log out is written in it.',
    params: at,
    body: filter,
    response: z.string(),
    produces: 'text/csv',
  }),
};
