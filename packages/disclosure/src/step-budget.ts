/** A table takes more steps than its budget; the caller makes it smaller. */
export class BudgetExceeded extends Error {}

/** Steps that are left. They are counted, not timed, so that every machine hides the same. */
export type StepBudget = { left: number };

/** @throws BudgetExceeded */
export function spend(budget: StepBudget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0) throw new BudgetExceeded();
}
