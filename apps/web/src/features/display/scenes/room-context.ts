import { createContext, use } from 'react';
import type { Highlights } from '../highlights.ts';

const none: Highlights = new Map();
/** Lights that have just changed. A preview has none. */
export const HighlightsContext = createContext<Highlights>(none);
export const useHighlights = () => use(HighlightsContext);

type Opening = {
  /** The measure that the arrows stand on. */
  chosen: string | null;
  open: (code: string) => void;
};

/** Null where nothing opens: in a preview. */
export const OpeningContext = createContext<Opening | null>(null);
export const useOpening = () => use(OpeningContext);
