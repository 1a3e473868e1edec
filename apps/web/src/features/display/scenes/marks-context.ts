import { createContext, use } from 'react';
import type { Marks } from '../marks.ts';

const none: Marks = new Map();
/** Lights that have just changed. A preview has none. */
export const MarksContext = createContext<Marks>(none);
export const useMarks = () => use(MarksContext);
