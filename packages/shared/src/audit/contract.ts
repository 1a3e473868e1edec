import * as z from 'zod';
import { municipalityParams } from '../http/common-contract.ts';
import { route } from '../http/route.ts';
import { maxFindingText } from '../finding/limits.ts';
import { textOf } from '../text/contract.ts';
import { cursor, day, line } from '../text/fields.ts';
import { auditActions } from './action.ts';
import { exportAudit, listAudit } from './endpoints.ts';

export const AuditRow = z.object({
  id: z.uuid(),
  sequence: z.int(),
  createdAt: z.iso.datetime(),
  action: z.enum(auditActions),
  /** Null: the product itself, or a person who was not signed in. The name is the current one; null after removal. */
  actor: z.object({ id: z.uuid(), displayName: z.string().nullable() }).nullable(),
  /** The object of the action: a noun and an id, `user:0190…`. */
  subject: z.string(),
  subjectName: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string().nullable(),
});
export type AuditRow = z.output<typeof AuditRow>;

const filter = z.strictObject({
  action: z.exactOptional(z.enum(auditActions)),
  actor: z.exactOptional(z.uuid()),
  /** A noun and an id, or only the noun. */
  subject: z.exactOptional(line(200)),
  /** Days in Finland, both included. */
  from: z.exactOptional(day),
  to: z.exactOptional(day),
});

export const auditApi = {
  list: route(listAudit, {
    can: 'audit:read',
    tag: 'audit',
    summary: 'List the audit log',
    description:
      'Returns the audit log of the municipality, latest first, 50 entries a page. The log stores no free text, names or secrets; the response adds the current names.',
    params: municipalityParams,
    query: filter.extend({ cursor: z.exactOptional(cursor) }),
    response: z.object({
      entries: z.array(AuditRow).max(50),
      /** The present names of the ids in these entries; an id of what is gone has none. */
      names: z.record(z.uuid(), textOf(maxFindingText)),
      next: z.string().nullable(),
    }),
  }),
  export: route(exportAudit, {
    can: 'audit:read',
    tag: 'audit',
    summary: 'Export the audit log',
    description:
      'Returns CSV for a spreadsheet: UTF-8 with a byte order mark, semicolons, earliest first, up to 100 000 rows, with the same filters as the list. Cells that could be read as formulas are text. The export itself is written to the log.',
    params: municipalityParams,
    body: filter,
    response: z.string(),
    produces: 'text/csv',
  }),
};
