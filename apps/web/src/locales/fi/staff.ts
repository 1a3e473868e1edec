import type { FieldReason } from '@vointi/shared/http/problem.ts';
import account from './account.json';
import admin from './admin.json';
import audit from './audit.json';
import decision from './decision.json';
import departmentManage from './department-manage.json';
import displayManage from './display-manage.json';
import form from './form.json';
import identity from './identity.json';
import mailbox from './mailbox.json';
import reason from './reason.json';
import reporting from './reporting.json';
import round from './round.json';
import session from './session.json';
import settings from './settings.json';
import user from './user.json';

/** Words of pages that only those who have an account open: the public pages do not load them. */
export const staff = {
  account,
  admin,
  audit,
  decision,
  departmentManage,
  displayManage,
  form,
  identity,
  mailbox,
  reason: reason satisfies Record<FieldReason, string>,
  reporting,
  round,
  session,
  settings,
  user,
};

export type StaffMessages = typeof staff;
