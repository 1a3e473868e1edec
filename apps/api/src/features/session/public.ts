export { newSessionState } from './read.ts';
export { auditPerson, beginSession } from './write-session.ts';
