const keyOf = (name: string) => `vointi.${name}`;

/** What the reader chose before, on this device only; null also where storage is closed to the page. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), value);
  } catch {
    // A choice that cannot be kept still holds for this visit.
  }
}

/** Of one person, whoever uses the browser next. */
export const ownName = (userId: string, name: string) => `own.${userId}.${name}`;

/** Nothing of the person stays in this browser. */
export function forgetOwn(userId: string) {
  const prefix = keyOf(ownName(userId, ''));
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // Where storage is closed nothing was kept.
  }
}
