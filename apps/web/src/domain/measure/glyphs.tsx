import type { ReactElement } from 'react';
import type { Answer } from './status.ts';

const shapes: Record<Answer, ReactElement> = {
  done: (
    <path
      d="m3.2 8.6 3.2 3.2 6.4-7.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  in_progress: (
    <path
      d="M8 1.4a6.6 6.6 0 1 0 0 13.2a6.6 6.6 0 1 0 0-13.2zm0 2v9.2a4.6 4.6 0 0 1 0-9.2z"
      fill="currentColor"
      fillRule="evenodd"
    />
  ),
  not_started: (
    <rect x="3.4" y="3.4" width="9.2" height="9.2" rx="1" fill="none" stroke="currentColor" strokeWidth="2.2" />
  ),
  not_reported: <path d="M4 8h8" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />,
};

export const glyphId = (answer: Answer) => `light-${answer}`;

/** The glyphs of the lights, once in the page; each light refers to one with `<use>`. */
export const Glyphs = () => (
  <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true" focusable="false">
    {Object.entries(shapes).map(([answer, shape]) => (
      <symbol key={answer} id={glyphId(answer as Answer)} viewBox="0 0 16 16">
        {shape}
      </symbol>
    ))}
  </svg>
);
