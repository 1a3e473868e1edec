// Between leaving one page and the other's heading being there, data may have to come first.
let arriving = false;

/** Called when the reader goes to another page, not when only the search changes. */
export const noteArrival = () => {
  arriving = true;
};

/** True once for each arrival: for the heading that is there first. */
export function takeArrival(): boolean {
  const was = arriving;
  arriving = false;
  return was;
}
