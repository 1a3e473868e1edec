import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPlan } from './canonical.ts';
import { checkPlanFile } from './check.ts';
import { PlanFile, type PlanFileInput } from './interchange.ts';
import { anyPlan } from './testing/any-plan.ts';
import { goodFile } from './testing/good-file.ts';

const read = (file: unknown): PlanFile => {
  const checked = checkPlanFile(file);
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems));
  return checked.plan;
};

/** The same plan in another form: keys in another order, defaults written out, moments in another zone. */
function saidOtherwise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(saidOtherwise);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value)) {
    return new Date(Date.parse(value) + 10_800_000).toISOString().replace('Z', '+03:00');
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, saidOtherwise(inner)]),
  );
}

describe('canonicalPlan', () => {
  it('leaves out defaults and absent values, and keeps zero, false and an unknown period', () => {
    const file = canonicalPlan(read(goodFile()));
    expect(JSON.stringify(file)).not.toMatch(/"isNew"|"area"|"recurrence"|"confirmed"|:\[\]|:null,"y?$/);
    expect(file.indicators?.[0]?.values?.[0]).toEqual({ period: '2024', number: 0 });
    expect(file.indicators?.[1]?.values?.[0]).toEqual({ period: null, yesNo: false });
    expect(file).toEqual(canonicalPlan(goodFile()));
  });

  it('sorts targets by year and reports by round', () => {
    const file = goodFile();
    const [indicator] = file.indicators ?? [];
    const [assignment] = file.measures[0]?.assignments ?? [];
    if (!indicator || !assignment) throw new Error('the good file has both');
    indicator.targets = [
      { period: '2029', number: 2 },
      { period: '2027', number: 1 },
    ];
    assignment.reports = [
      { round: 'kevat', progress: 'done' },
      { round: 'syksy', progress: 'in_progress' },
    ];
    const canonical = canonicalPlan(read(file));
    expect(canonical.indicators?.[0]?.targets?.map(({ period }) => period)).toEqual(['2027', '2029']);
    expect(canonical.measures[0]?.assignments[0]?.reports?.map(({ round }) => round)).toEqual(['syksy', 'kevat']);
  });

  it('returns the same text for all files with the same content', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyPlan('kunta'), (file) => {
        const text = (file: PlanFileInput | PlanFile) => JSON.stringify(canonicalPlan(file));
        const once = text(file);
        expect(text(read(file))).toBe(once);
        expect(text(read(JSON.parse(once)))).toBe(once);
        expect(text(read(saidOtherwise(read(JSON.parse(once)))))).toBe(once);
      }),
      { numRuns: 60 },
    );
  });
});
