import { remember, remembered } from '../../lib/storage.ts';

const name = 'signedIn';

/**
 * Whether somebody may be signed in with this browser: the session itself is a cookie that no script sees.
 * Without the mark a public page asks for no session.
 */
export const isMarked = (): boolean => remembered(name) !== null;

export const setMark = (isSignedIn: boolean) => remember(name, isSignedIn ? '1' : null);
