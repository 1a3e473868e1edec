export { assertMail, enqueueMail, hasMailbox, type MailJob, mailTask } from './mail-job.ts';
