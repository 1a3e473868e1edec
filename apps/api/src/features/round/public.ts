export { scheduleRounds } from './schedule-all.ts';
