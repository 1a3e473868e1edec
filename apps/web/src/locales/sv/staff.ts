import type { StaffMessages } from '../fi/staff.ts';
import account from './account.json';
import form from './form.json';
import mailbox from './mailbox.json';
import reason from './reason.json';
import reporting from './reporting.json';
import session from './session.json';

export const staff: StaffMessages = { account, form, mailbox, reason, reporting, session };
