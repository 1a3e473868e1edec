export type NavigationFocus = {
  /** Path of the page that the reader came back from; null after a step forward. */
  backFrom: string | null;
};

// The heading of the next page may wait for data: until then the focus waits here.
let next: NavigationFocus | null = null;

/** Called when the reader goes to another page, not when only the search changes. */
export const setNavigationFocus = (focus: NavigationFocus) => {
  next = focus;
};

/** Returns it once for each navigation: the first heading takes the focus. */
export function takeNavigationFocus(): NavigationFocus | null {
  const taken = next;
  next = null;
  return taken;
}
