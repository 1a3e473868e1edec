export { assertMail, canSendMail, enqueueMail, hasMailbox, type MailJob, mailTask } from './mail-job.ts';
