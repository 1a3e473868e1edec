import type { OwnDisplay } from '@vointi/shared/display/contract.ts';
import type { Presenter } from '@vointi/shared/display/presenter.ts';
import type { Highlights } from './highlights.ts';
import type { Shown } from './steps/types.ts';

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
  highlights: Highlights;
  /** Which build the server serves; null: not told. */
  build: string | null;
};
