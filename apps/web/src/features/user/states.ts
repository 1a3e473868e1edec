import type { UserState } from '@vointi/shared/user/contract.ts';

/** Written again, since the contract brings zod; the type keeps them the same. */
export const states = Object.keys({
  active: true,
  invited: true,
  disabled: true,
  removed: true,
} satisfies Record<UserState, true>) as UserState[];
