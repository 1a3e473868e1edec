/**
 * Everything on a screen is measured in hundredths of its height (`cqh` in the styles). The stage is 16:9 whatever the
 * screen, so that what fits is known before it is drawn.
 */
const stage = { width: 177.7, height: 100 } as const;
/** Inside the margins that keep the text off the edges, where a television may cut and the drift needs room. */
export const content = { width: 166, top: 3.4, bottom: 2.6 } as const;

export const headline = { size: 9.2, line: 9.8 } as const;
export const footer = { size: 4.2, height: 5.4 } as const;
/** Between the headline and what it is about, and from there to the footer. */
const gap = { head: 2, foot: 1.6 } as const;

/** Nothing that is read is smaller than this. */
export const smallestData = 4.8;
export const maxRows = 12;

/** A line, and the two large ones that come when nothing has been heard for long: what a scene gives way to. */
export const banner = { fresh: 0, stale: 9, old: 23 } as const;

/** What is left for a scene under so many lines of headline, above a banner. */
export const bodyHeight = (headlines: number, reserved: number): number =>
  stage.height -
  content.top -
  content.bottom -
  footer.height -
  headlines * headline.line -
  gap.head -
  gap.foot -
  reserved;
