import type { OwnDisplay } from '@vointi/shared/display/contract.ts';
import type { Presenter } from '@vointi/shared/display/presenter.ts';
import type { Highlights } from './highlights.ts';
import type { ScreenData } from './steps/types.ts';

export type View =
  /** Nothing has loaded yet, and there is no offline copy. */
  | { kind: 'starting' }
  | { kind: 'pairing'; code: string | null }
  | { kind: 'shown'; data: ScreenData }
  /** noPlan: the room has no plan; missing: the address has none; closed: the board is not public. */
  | { kind: 'nothing'; why: 'noPlan' | 'missing' | 'closed' };

export type ScreenState = {
  view: View;
  own: OwnDisplay | null;
  presenter: Presenter | null;
  highlights: Highlights;
  /** The build that the server serves; null: unknown. */
  build: string | null;
};
