export { scheduleReminders, stopReminders } from './write-schedule.ts';
