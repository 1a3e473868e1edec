import type { StaffMessages } from '../fi/staff.ts';
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

export const staff: StaffMessages = {
  account,
  admin,
  decision,
  form,
  mailbox,
  reason,
  reporting,
  round,
  session,
  user,
};
