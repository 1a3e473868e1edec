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
