export { newSessionState } from './read.ts';
export { inviteByOperator } from './write-invitation.ts';
export { auditPerson, beginSession } from './write-session.ts';
