const keyOf = (name: string) => `vointi.${name}`;

/** What the reader chose before, on this device only; null also where storage is closed to the page. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

/** @returns false where it cannot be kept: a choice then still holds for this visit */
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

/** Words wait here for their writer to come back, and not for ever. */
export const keptDays = 14;
const keptMs = keptDays * 24 * 60 * 60_000;

type Kept = { at: number; value: string };

function keptIn(text: string | null, now: number): string | null {
  try {
    const { at, value } = JSON.parse(text ?? 'null') as Kept;
    return typeof value === 'string' && Math.abs(now - at) < keptMs ? value : null;
  } catch {
    return null;
  }
}

/** What somebody wrote that the server has not: of one person, whoever uses the browser next. */
export const rememberedOwn = (userId: string, name: string, now = Date.now()): string | null =>
  keptIn(remembered(ownKey(userId, name)), now);

export function rememberOwn(userId: string, name: string, value: string | null, at = Date.now()) {
  remember(ownKey(userId, name), value === null ? null : JSON.stringify({ at, value } satisfies Kept));
}

function forgetWhere(isGone: (key: string) => boolean) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(ofPeople) && isGone(key)) localStorage.removeItem(key);
    }
  } catch {
    // Where storage is closed nothing was kept.
  }
}

const isOf = (userId: string) => (key: string) => key.startsWith(keyOf(ownKey(userId, '')));

/** Nothing of the person stays in this browser. */
export const forgetOwn = (userId: string) => forgetWhere(isOf(userId));

/** Somebody has signed in here: what others left behind is not theirs to find. */
export function forgetOthers(userId: string) {
  const isTheirs = isOf(userId);
  forgetWhere((key) => !isTheirs(key));
}

/** What nobody has come back to. */
export const forgetOld = (now = Date.now()) => forgetWhere((key) => keptIn(localStorage.getItem(key), now) === null);
