export { newSessionState } from './read.ts';
export { inviteByOperator } from './write-invitation.ts';
export { beginSession } from './write-session.ts';
