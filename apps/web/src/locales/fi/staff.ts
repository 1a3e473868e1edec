import type { FieldReason } from '@vointi/shared/http/problem.ts';
import form from './form.json';
import reason from './reason.json';

/** Words of pages that only those who have an account open: the public pages do not load them. */
export const staff = { form, reason: reason satisfies Record<FieldReason, string> };

export type StaffMessages = typeof staff;
