import { auditActions } from '@vointi/shared/audit/action.ts';
import type { FieldShape } from '@vointi/shared/filter/field.ts';

const day = /^\d{4}-\d\d-\d\d$/;

/** The filters of the log. A subject is a noun, or a noun and an id. */
export const auditFields = {
  action: { kind: 'one', values: auditActions },
  actor: { kind: 'one', pattern: /^[\da-f-]{36}$/ },
  subject: { kind: 'one', pattern: /./ },
  from: { kind: 'one', pattern: day },
  to: { kind: 'one', pattern: day },
} as const satisfies Record<string, FieldShape<never>>;
