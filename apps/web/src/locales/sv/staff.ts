import type { StaffMessages } from '../fi/staff.ts';
import form from './form.json';
import reason from './reason.json';

export const staff: StaffMessages = { form, reason };
