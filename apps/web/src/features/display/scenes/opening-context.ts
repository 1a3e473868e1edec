import { createContext, use } from 'react';

type Opening = {
  /** The measure that the arrows stand on. */
  chosen: string | null;
  open: (code: string) => void;
};

/** Null where nothing opens: in a preview. */
export const OpeningContext = createContext<Opening | null>(null);
export const useOpening = () => use(OpeningContext);
