/**
 * invited: no password yet; active; disabled: cannot sign in to this municipality, can be enabled again;
 * removed: name and address are deleted; the audit log keeps the id.
 */
export const userStates = ['active', 'invited', 'disabled', 'removed'] as const;
export type UserState = (typeof userStates)[number];
