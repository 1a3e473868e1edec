import { noPresenter, type Presenter, presenterAt } from '@vointi/shared/display/presenter.ts';

/** What is stored of a presenter, and still holds. Keys that a former release did not write are as at the beginning. */
export const presenterOf = (stored: unknown, at: Date): Presenter =>
  presenterAt({ ...noPresenter, ...(stored as Partial<Presenter> | null) }, at);
