import { isCarried } from '@vointi/shared/measure/ages.ts';
import type { Progress } from '@vointi/shared/measure/progress.ts';
import type { BoardAssignment } from '@vointi/shared/plan/contract.ts';
import { originOf, type StoredOrigin } from '@vointi/shared/report/origin.ts';

type Stored = Pick<BoardAssignment, 'department' | 'progress' | 'note' | 'round' | 'reportedAt'> & {
  stored: StoredOrigin | null;
  onBehalfOf: string | null;
  isInFormer: boolean;
  former: Progress | null;
  isAsked: boolean;
};

/** @param current the round that the board is of */
export const toBoardLight = (
  { department, progress, note, round, reportedAt, stored, onBehalfOf, isInFormer, former, isAsked }: Stored,
  current: string | null,
): BoardAssignment => ({
  department,
  progress,
  note,
  round,
  reportedAt,
  origin: stored && originOf(stored, onBehalfOf),
  isCarried: isCarried({ progress, round }, current),
  ...(!isAsked && { isAsked }),
  ...(isInFormer && { previous: former }),
});
