const paths = {
  right: 'M2 8h12m-5-5 5 5-5 5',
  flat: 'M2 8h12m-5-5 5 5-5 5',
  up: 'M3 13 13 3M5.5 3H13v7.5',
  down: 'M3 3l10 10M5.5 13H13V5.5',
  good: 'm3 8.6 3.4 3.4L13 4.6',
  bad: 'M8 5.5v3.4m0 2.4v.1M7.1 2.5 1.6 12a1 1 0 0 0 .9 1.5h11a1 1 0 0 0 .9-1.5L8.9 2.5a1 1 0 0 0-1.8 0Z',
} as const;

/** An arrow from then to now, a figure's direction, or good or bad; words beside it say the same. */
export const Arrow = ({ to = 'right' }: { to?: keyof typeof paths }) => (
  <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
    <path
      d={paths[to]}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
