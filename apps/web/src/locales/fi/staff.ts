import type { FieldReason } from '@vointi/shared/http/problem.ts';
import account from './account.json';
import admin from './admin.json';
import decision from './decision.json';
import form from './form.json';
import mailbox from './mailbox.json';
import reason from './reason.json';
import reporting from './reporting.json';
import round from './round.json';
import session from './session.json';
import user from './user.json';

/** Words of pages that only those who have an account open: the public pages do not load them. */
export const staff = {
  account,
  admin,
  decision,
  form,
  mailbox,
  reason: reason satisfies Record<FieldReason, string>,
  reporting,
  round,
  session,
  user,
};

export type StaffMessages = typeof staff;
