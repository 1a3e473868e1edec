const keyOf = (name: string) => `vointi.${name}`;

/** Returns a stored choice of this device; null also when the browser denies storage. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

/** @returns false when the browser stores nothing: the choice then holds for this visit only */
export function remember(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), value);
    return true;
  } catch {
    return false;
  }
}

const ofPeople = keyOf('own.');
const ownKey = (userId: string, name: string) => `own.${userId}.${name}`;

/** Unsent text is deleted after this time. */
export const storedDays = 14;
const storedMs = storedDays * 24 * 60 * 60_000;

type StoredText = { at: number; value: string };

function textIn(text: string | null, now: number): string | null {
  try {
    const { at, value } = JSON.parse(text ?? 'null') as StoredText;
    return typeof value === 'string' && Math.abs(now - at) < storedMs ? value : null;
  } catch {
    return null;
  }
}

/** Returns text of one person that the server does not have; another person in this browser does not get it. */
export const rememberedOwn = (userId: string, name: string, now = Date.now()): string | null =>
  textIn(remembered(ownKey(userId, name)), now);

export function rememberOwn(userId: string, name: string, value: string | null, at = Date.now()) {
  remember(ownKey(userId, name), value === null ? null : JSON.stringify({ at, value } satisfies StoredText));
}

function forgetWhere(isGone: (key: string) => boolean) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(ofPeople) && isGone(key)) localStorage.removeItem(key);
    }
  } catch {
    // The browser denies storage, so nothing was stored.
  }
}

const isOf = (userId: string) => (key: string) => key.startsWith(keyOf(ownKey(userId, '')));

/** Deletes the person's text from this browser. */
export const forgetOwn = (userId: string) => forgetWhere(isOf(userId));

/** Deletes the text of everybody else, after the person has signed in. */
export function forgetOthers(userId: string) {
  const isTheirs = isOf(userId);
  forgetWhere((key) => !isTheirs(key));
}

/** Deletes text that is older than `storedDays`, and values that are not valid. */
export const forgetOld = (now = Date.now()) => forgetWhere((key) => textIn(localStorage.getItem(key), now) === null);
