import { createContext, use } from 'react';
import type { Highlights } from '../highlights.ts';

const none: Highlights = new Map();
/** Lights that have just changed; a preview has none. */
export const HighlightsContext = createContext<Highlights>(none);
export const useHighlights = () => use(HighlightsContext);

type Opening = {
  /** The selected measure. */
  chosen: string | null;
  open: (code: string) => void;
};

/** Null in a preview, where nothing opens. */
export const OpeningContext = createContext<Opening | null>(null);
export const useOpening = () => use(OpeningContext);
