import type { ImportOptions } from './import-options.ts';
import type { Tx } from '@vointi/db/client.ts';

/** What a file says otherwise than the database. */
export const parts = [
  'municipality',
  'council_term',
  'plan',
  'department',
  'indicator_set',
  'indicator',
  'figure',
  'goal',
  'term_measure',
  'measure',
  'assignment',
  'round',
  'report',
  'finding',
] as const;
export type Part = (typeof parts)[number];

/** One value that the file gives otherwise than it is stored. `name`: the row's slug or code. */
export type Difference = {
  part: Part;
  name: string;
  field: string;
  stored: unknown;
  given: unknown;
  isReplaced: boolean;
};

/** What became of a file beside what was written. */
export type Outcome = {
  differences: Difference[];
  /** What is stored and the file does not name: it stays. */
  lacking: { part: Part; name: string }[];
  added: Partial<Record<Part, number>>;
  /** Figures of a draft for indicators that others see: they wait until the plan is published. */
  waitingFigures: number;
  /** Rounds of a draft: they neither open nor show before the plan is published. */
  waitingRounds: string[];
};

export const emptyOutcome = (): Outcome => ({
  differences: [],
  lacking: [],
  added: {},
  waitingFigures: 0,
  waitingRounds: [],
});

/** An import under way. A draft changes nothing outside itself. */
export type Import = {
  tx: Tx;
  at: Date;
  municipalityId: string;
  planId: string;
  isDraft: boolean;
  /** The plan was not there: nothing of its own is stored. */
  isNew: boolean;
  options: ImportOptions;
  outcome: Outcome;
};

export function countAdded({ outcome }: Import, part: Part, count: number): void {
  if (count > 0) outcome.added[part] = (outcome.added[part] ?? 0) + count;
}
