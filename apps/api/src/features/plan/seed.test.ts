import { ageGroups } from '@vointi/shared/measure/progress.ts';
import { checkPlanFile } from '@vointi/shared/plan/check.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { describe, expect, it } from 'vitest';
import { esimerkkila } from '@vointi/db/seed/esimerkkila.ts';
import { makePlan, type PlanSize } from '@vointi/db/seed/make-plan.ts';

function read(file: unknown): PlanFile {
  const checked = checkPlanFile(file);
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems.slice(0, 3)));
  return checked.plan;
}

describe('Esimerkkilä', () => {
  const plan = read(esimerkkila());
  const assignments = plan.measures.flatMap((measure) => measure.assignments);
  const reports = assignments.flatMap((assignment) => assignment.reports);

  it('is plainly fictional', () => {
    expect(plan.municipality).toMatchObject({ isFictional: true });
    expect(plan.municipality.code).toBeUndefined();
    expect(plan.plan.source).toMatchObject({
      fi: expect.stringContaining('keksitty'),
      sv: expect.stringContaining('påhittad'),
      en: expect.stringContaining('invented'),
    });
  });

  it('has what it is there to show', () => {
    expect([plan.measures.length, plan.goals.length, plan.departments.length]).toEqual([36, 5, 14]);
    expect(new Set(plan.measures.map(({ ageGroup }) => ageGroup))).toEqual(new Set([...ageGroups, undefined]));
    expect(plan.rounds.map(({ state }) => state)).toEqual(['closed', 'closed', 'open', 'planned']);
    expect(new Set(plan.indicators.map(({ kind }) => kind)).size).toBe(5);
    expect(plan.indicators.length).toBeGreaterThan(35);
    expect(plan.indicators.some(({ targets }) => targets.length > 0)).toBe(true);
    expect(plan.indicators.some(({ breaks }) => breaks.length > 0)).toBe(true);
    const values = plan.indicators.flatMap((indicator) => indicator.values);
    expect(new Set(values.map(({ area }) => area)).size).toBe(3);
    expect(new Set(values.map(({ sex }) => sex)).size).toBe(3);
    expect(values.some(({ period }) => /^\d{4}-\d{4}$/.test(period ?? ''))).toBe(true);
    expect(values.some(({ isUncertain }) => isUncertain)).toBe(true);
    expect(plan.indicators.some(({ countsPeople }) => countsPeople)).toBe(true);
    expect(new Set(plan.findings.map(({ state }) => state)).size).toBe(2);
    expect(plan.indicators.flatMap(({ values }) => values).some(({ missing }) => missing)).toBe(true);
    expect(new Set(plan.findings.map(({ tone }) => tone)).size).toBe(2);
    expect(plan.departments.some(({ successor }) => successor)).toBe(true);
    expect(Math.max(...plan.measures.map((measure) => measure.assignments.length))).toBe(5);
    const followed = new Set(plan.measures.map(({ termMeasure }) => termMeasure));
    const rows = plan.goals.flatMap(({ termMeasures }) => termMeasures);
    expect(rows.filter(({ code }) => !followed.has(code)).map(({ code }) => code)).toEqual(['k-3', 'k-6', 'k-12']);
  });

  it('was answered within the rounds, save for a few late answers, and never in the future', () => {
    const closesAt = new Map(plan.rounds.map((round) => [round.slug, Date.parse(round.closesAt ?? '')]));
    const opensAt = new Map(plan.rounds.map((round) => [round.slug, Date.parse(round.opensAt ?? '')]));
    const at = ({ submittedAt }: { submittedAt?: string | undefined }) => Date.parse(submittedAt ?? '');
    const late = reports.filter((report) => at(report) >= (closesAt.get(report.round ?? '') ?? 0));
    expect(late.length).toBeGreaterThan(3);
    expect(late.every(({ round }) => round === 'kevat-2026')).toBe(true);
    expect(reports.every((report) => at(report) >= (opensAt.get(report.round ?? '') ?? Infinity))).toBe(true);
    expect(Math.max(...reports.map(at))).toBeLessThan(Date.parse('2026-11-24T00:00:00+02:00'));
  });

  it('speaks three languages, here and there only Finnish', () => {
    const titles = plan.measures.map(({ title }) => title);
    const notes = reports.flatMap(({ note }) => note ?? []);
    for (const texts of [titles, notes]) {
      expect(texts.some(({ sv, en }) => sv && en)).toBe(true);
      expect(texts.some(({ sv, en }) => !sv && !en)).toBe(true);
    }
  });
});

describe('makePlan', () => {
  const size: PlanSize = {
    slug: 'kuormala',
    name: 'Kuormala',
    year: 2026,
    goals: 4,
    measures: 200,
    departments: 12,
    rounds: 3,
    seed: 7,
  };

  it('makes a valid plan of the size asked for', () => {
    const plan = read(makePlan(size));
    expect([plan.measures.length, plan.goals.length, plan.departments.length, plan.rounds.length]).toEqual([
      200, 4, 12, 3,
    ]);
    expect(plan.rounds.map(({ state }) => state)).toEqual(['closed', 'closed', 'open']);
  });

  it.each([1, 2, 3])('copes with the smallest plan, seed %i', (seed) => {
    expect(read(makePlan({ ...size, goals: 1, measures: 1, departments: 1, rounds: 1, seed })).measures).toHaveLength(
      1,
    );
  });

  it('is the same for the same seed only', () => {
    expect(makePlan(size)).toEqual(makePlan(size));
    expect(makePlan(size)).not.toEqual(makePlan({ ...size, seed: 8 }));
  });
});
