export { claimReminder, settleReminder } from './write-claim.ts';
export { ensureReminders, scheduleReminders, stopReminders } from './write-schedule.ts';
