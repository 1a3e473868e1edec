import { remember, remembered } from '../../lib/storage.ts';

const name = 'signedIn';

/**
 * Whether somebody may be signed in with this browser: scripts cannot see the session's cookie. Without the mark a public
 * page does not request the session.
 */
export const isMarked = (): boolean => remembered(name) !== null;

export const setMark = (isSignedIn: boolean) => remember(name, isSignedIn ? '1' : null);
