import type { OwnDisplay } from '@vointi/shared/display/contract.ts';
import type { Presenter } from '@vointi/shared/display/presenter.ts';
import type { Marks } from './marks.ts';
import type { Shown } from './steps/types.ts';

/** Which plan a screen shows without being paired, by its address; or whatever its room has been given. */
export type Place = { kind: 'paired' } | { kind: 'plan'; slug: string; year: number };

export type View =
  /** Nothing is known yet, and nothing was kept. */
  | { kind: 'starting' }
  | { kind: 'pairing'; code: string | null }
  | { kind: 'shown'; shown: Shown }
  /** The room has no plan to show; the address has none; its board is for those who sign in. */
  | { kind: 'nothing'; why: 'noPlan' | 'missing' | 'closed' };

export type ScreenState = {
  view: View;
  own: OwnDisplay | null;
  presenter: Presenter | null;
  marks: Marks;
  /** Which build the server serves; null: not told. */
  build: string | null;
};
