export { claimReminder, settleReminder } from './write-claim.ts';
export { keepReminders, scheduleReminders, stopReminders } from './write-schedule.ts';
