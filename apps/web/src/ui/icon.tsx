const paths = {
  chevron: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8m0-8-8 8',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  plus: 'M8 3v10M3 8h10',
  info: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 7.3v4M8 4.6v.2',
  filter: 'M2.5 4.5h11m-9 3.5h7m-5 3.5h3',
  contrast: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0 0V2',
  away: 'M2 2l12 12M5.5 12.5h6a2.5 2.5 0 0 0 .9-4.8M9.5 4.3A4 4 0 0 0 4.3 7 2.8 2.8 0 0 0 3.3 12',
  up: 'M8 13V3.5m-4 4 4-4 4 4',
  down: 'M8 3v9.5m4-4-4 4-4-4',
  flat: 'M3 8h9.5m-4-4 4 4-4 4',
  updown: 'm5 6 3-3 3 3m-6 4 3 3 3-3',
  alert: 'M8 5.5v3.2m0 2.3v.1M7.1 2.5 1.6 12a1 1 0 0 0 .9 1.5h11a1 1 0 0 0 .9-1.5L8.9 2.5a1 1 0 0 0-1.8 0Z',
  print: 'M4.5 6V2h7v4m-7 5.5H3a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v3.5a1 1 0 0 1-1 1h-1.5m-7-2h7V14h-7z',
  link: 'M7 9a3 3 0 0 0 4.3 0l2-2A3 3 0 0 0 9 2.7L8 3.8M9 7a3 3 0 0 0-4.3 0l-2 2A3 3 0 0 0 7 13.3l1-1.1',
  person: 'M8 7.5A2.75 2.75 0 1 0 8 2a2.75 2.75 0 0 0 0 5.5ZM2.75 14a5.25 5.25 0 0 1 10.5 0',
  check: 'm3.2 8.6 3.2 3.2 6.4-7.2',
} as const;
export type IconName = keyof typeof paths;

/** Decorative: a control without text needs an accessible name. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  // In rem, so that it grows with the text.
  const side = `${size / 16}rem`;
  return (
    <svg viewBox="0 0 16 16" width={side} height={side} aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
