/**
 * All sizes on a screen are hundredths of its height (`cqh` in the styles). The stage is always 16:9, so that the layout
 * is known before drawing.
 */
const stage = { width: 177.7, height: 100 } as const;
/** Inside the margins: a television may cut the edges, and the drift needs room. */
export const content = { width: 166, top: 3.4, bottom: 2.6 } as const;

export const headline = { size: 9.2, line: 9.8 } as const;
export const footer = { size: 4.2, height: 5.4 } as const;
/** Space below the headline, and above the footer. */
const gap = { head: 2, foot: 1.6 } as const;

/** The smallest font size of any text. */
export const smallestData = 4.8;
export const maxRows = 12;

/** Height of the banner by staleness, which the scene gives up. */
export const banner = { fresh: 0, stale: 9, old: 23 } as const;

/** Height that is left for a scene. @param headlines lines of the headline @param reserved height of the banner */
export const bodyHeight = (headlines: number, reserved: number): number =>
  stage.height -
  content.top -
  content.bottom -
  footer.height -
  headlines * headline.line -
  gap.head -
  gap.foot -
  reserved;
