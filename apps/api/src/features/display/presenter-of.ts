import { isMeetingOver, noPresenter, type Presenter, presenterAt } from '@vointi/shared/display/presenter.ts';

/** The time of each person's last command, by their id. */
type Leaders = Record<string, string>;
type Stored = Presenter & { leaders: Leaders };

/** The stored presenter, if its meeting is not over. Keys that a former release did not write get their first value. */
export function presenterOf(stored: unknown, at: Date): Presenter {
  const { leaders: _, ...presenter } = (stored ?? {}) as Partial<Stored>;
  return presenterAt({ ...noPresenter, ...presenter }, at);
}

/** Who leads: only the audit log gets to know. @returns the people whose meeting is not over */
export function leadersOf(stored: unknown, at: Date): Leaders {
  const { leaders } = (stored ?? {}) as Partial<Stored>;
  return Object.fromEntries(Object.entries(leaders ?? {}).filter(([, last]) => !isMeetingOver(last, at)));
}
