export type Arrival = {
  /** Path of the page that the reader came back from; null when the way went on. */
  backFrom: string | null;
};

// Between leaving one page and the other's heading being there, data may have to come first.
let arrival: Arrival | null = null;

/** Called when the reader goes to another page, not when only the search changes. */
export const noteArrival = (noted: Arrival) => {
  arrival = noted;
};

/** Once for each arrival: for the heading that is there first. */
export function takeArrival(): Arrival | null {
  const taken = arrival;
  arrival = null;
  return taken;
}
