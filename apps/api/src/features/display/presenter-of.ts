import { isMeetingOver, noPresenter, type Presenter, presenterAt } from '@vointi/shared/display/presenter.ts';

/** By the id of the person, the time of their last command. */
type Leaders = Record<string, string>;
type Stored = Presenter & { leaders: Leaders };

/** What is stored of a presenter, and still holds. Keys that a former release did not write are as at the beginning. */
export function presenterOf(stored: unknown, at: Date): Presenter {
  const { leaders: _, ...presenter } = (stored ?? {}) as Partial<Stored>;
  return presenterAt({ ...noPresenter, ...presenter }, at);
}

/** Who leads, beside it: nobody but the audit log is told. @returns those whose last command still counts */
export function leadersOf(stored: unknown, at: Date): Leaders {
  const { leaders } = (stored ?? {}) as Partial<Stored>;
  return Object.fromEntries(Object.entries(leaders ?? {}).filter(([, last]) => !isMeetingOver(last, at)));
}
