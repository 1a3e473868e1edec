export { keepReminders, scheduleReminders, stopReminders } from './write-schedule.ts';
