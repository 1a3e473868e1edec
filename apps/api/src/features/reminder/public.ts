export { claimNotices, settleNotices } from './write-claim-notices.ts';
export {
  createCommentNotices,
  createReopeningNotices,
  createReturnNotice,
  createRoundNotices,
  createWaitingNotices,
} from './write-notice.ts';
export { claimReminder, settleReminder } from './write-claim.ts';
export { ensureReminders, scheduleReminders, stopReminders } from './write-schedule.ts';
