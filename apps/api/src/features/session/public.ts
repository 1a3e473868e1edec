export { newSessionState } from './read.ts';
export { auditPerson, beginSession, type LeaveProvider } from './write-session.ts';
