/**
 * invited: no password yet; active; disabled: cannot sign in to this municipality, can be enabled again;
 * removed: a leaver whose name is gone for good, the audit keeps the id.
 */
export const userStates = ['active', 'invited', 'disabled', 'removed'] as const;
export type UserState = (typeof userStates)[number];
