import type { BoardAssignment } from '../../plan/contract.ts';

/** A department's light of the current round, or that it has none. */
export const makeLight = (
  department: string,
  progress: BoardAssignment['progress'],
  rest: Partial<BoardAssignment> = {},
): BoardAssignment => ({
  department,
  progress,
  note: null,
  round: progress && 'kierros',
  reportedAt: null,
  origin: progress && 'department',
  isCarried: false,
  ...rest,
});
