import type { FieldReason } from '@vointi/shared/http/problem.ts';
import account from './account.json';
import form from './form.json';
import mailbox from './mailbox.json';
import reason from './reason.json';
import reporting from './reporting.json';
import session from './session.json';

/** Words of pages that only those who have an account open: the public pages do not load them. */
export const staff = {
  account,
  form,
  mailbox,
  reason: reason satisfies Record<FieldReason, string>,
  reporting,
  session,
};

export type StaffMessages = typeof staff;
