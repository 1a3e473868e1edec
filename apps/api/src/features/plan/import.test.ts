import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import pg from 'pg';
import type { Db } from '@vointi/db/client.ts';
import { esimerkkila } from '@vointi/db/seed/esimerkkila.ts';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import { canonicalPlan } from '@vointi/shared/plan/canonical.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { anyPlan } from '@vointi/shared/plan/testing/any-plan.ts';
import { goodFile } from '@vointi/shared/plan/testing/good-file.ts';
import { describe, expect, it } from 'vitest';
import { exportPlan } from './export.ts';
import { checked, contentsOf, useDatabase } from '../../testing/plan-contents.ts';
import { importPlan } from './import.ts';

const used = useDatabase();
const kouvolaFile = join(import.meta.dirname, '../../../../../examples/kouvola-2024.json');
const exported = ({ municipality, plan }: PlanFile) => exportPlan(used.db, municipality.slug, plan.year);
/** The good file as the plan of another municipality. */
const planOf = (slug: string, more: Partial<PlanFile> = {}): PlanFile => {
  const plan = checked(goodFile());
  return { ...plan, ...more, municipality: { ...plan.municipality, slug } };
};

describe('a plan comes out as it went in', () => {
  it.each([
    ['Esimerkkilä', () => checked(esimerkkila())],
    ['Kouvola', () => checked(JSON.parse(readFileSync(kouvolaFile, 'utf8')))],
    [
      'a made plan',
      () =>
        checked(
          makePlan({
            slug: 'kuormala',
            name: 'Kuormala',
            year: 2026,
            goals: 5,
            measures: 300,
            departments: 30,
            rounds: 4,
            seed: 3,
          }),
        ),
    ],
  ])('%s', async (_name, given) => {
    const plan = given();
    expect(await importPlan(used.db, plan)).toMatchObject({ revision: 1, isUpdated: false });
    const file = await exported(plan);
    expect(JSON.stringify(file)).toBe(JSON.stringify(canonicalPlan(plan)));
    expect(checked(file)).toEqual(checked(canonicalPlan(plan)));
  });

  it('whatever it holds', async () => {
    let number = 0;
    const property = fc.asyncProperty(anyPlan('x'), async (file) => {
      const slug = `arvottu-${(number += 1)}`;
      const { municipality, plan, ...rest } = checked(file);
      const named = { ...rest, municipality: { ...municipality, slug }, plan: { ...plan, year: 2027 } };
      expect(await importPlan(used.db, named)).not.toHaveProperty('problems');
      expect(await exportPlan(used.db, slug, 2027)).toEqual(canonicalPlan(named));
    });
    await fc.assert(property, { numRuns: 20, endOnFailure: true });
  });

  it('keeps municipalities apart', async () => {
    const [one, other] = [planOf('erikseen-1'), planOf('erikseen-2')];
    await importPlan(used.db, one);
    const before = await exported(one);
    const renamed = { ...other, departments: other.departments.map((item) => ({ ...item, name: { fi: 'Toinen' } })) };
    await importPlan(used.db, renamed);
    await importPlan(used.db, renamed, { isUpdate: true, replacesNames: true, replacesFigures: true });
    expect(await exported(one)).toEqual(before);
  });

  it('is null when there is none', async () => {
    expect(await exportPlan(used.db, 'ei-kuntaa', 2026)).toBeNull();
  });
});

describe('a plan that is there already', () => {
  it('is refused, and nothing changes', async () => {
    const plan = planOf('olemassa');
    await importPlan(used.db, plan);
    const before = await contentsOf(used.db);
    expect(await importPlan(used.db, { ...plan, measures: [], findings: [] })).toEqual({
      problems: [{ path: 'plan.year', reason: { code: 'plan_exists', slug: 'olemassa', year: 2026 } }],
      more: 0,
    });
    expect(await contentsOf(used.db)).toEqual(before);
  });

  it('keeps what an updating file lacks, and its revision rises when something changes', async () => {
    const plan = planOf('korvattu');
    const first = await importPlan(used.db, plan);
    const [measure] = plan.measures;
    if (!measure) throw new Error('the good file has a measure');
    const retitled = { ...plan, measures: [{ ...measure, title: { fi: 'Uusi otsikko' } }] };
    const revisions: number[] = [];
    for (const file of [{ ...plan, measures: [], findings: [] }, plan, retitled, retitled]) {
      const result = await importPlan(used.db, file, { isUpdate: true });
      expect(result).toMatchObject({ isUpdated: true, planId: 'planId' in first && first.planId });
      if ('revision' in result) revisions.push(result.revision);
    }
    expect(revisions).toEqual([1, 1, 2, 2]);
    expect(await exported(plan)).toEqual(canonicalPlan(retitled));
    expect(await importPlan(used.db, { ...plan, measures: [], findings: [] }, { isUpdate: true })).toMatchObject({
      outcome: {
        lacking: [
          { part: 'measure', name: 'm1' },
          { part: 'finding', name: 'f1' },
        ],
      },
    });
  });

  it('gives no value the version of another that somebody may still hold', async () => {
    const plan = planOf('versioita');
    const [indicator, ...others] = plan.indicators;
    if (!indicator) throw new Error('the good file has indicators');
    const [first, second, third] = ['2020', '2021', '2022'].map((period) => ({
      period,
      area: 'municipality' as const,
      isUncertain: false,
      number: 1,
    }));
    const load = (...values: (typeof first)[]) =>
      importPlan(
        used.db,
        {
          ...plan,
          indicators: [{ ...indicator, kind: 'number', values: values.filter((one) => one !== undefined) }, ...others],
        },
        { isUpdate: true, replacesFigures: true },
      );
    const versions = async () => {
      const rows = await used.db.indicatorValue.findMany({
        where: { indicator: { slug: indicator.slug, municipality: { slug: 'versioita' } } },
        orderBy: { period: 'asc' },
      });
      return rows.map(({ period, version }) => [period, version]);
    };
    await load(first, second);
    expect(await versions()).toEqual([
      ['2020', 1],
      ['2021', 1],
    ]);
    await load(first, second && { ...second, number: 2 });
    expect(await versions()).toEqual([
      ['2020', 1],
      ['2021', 2],
    ]);
    await load(first);
    await used.db.indicatorValue.deleteMany({ where: { period: '2021', indicator: { slug: indicator.slug } } });
    await used.db.indicator.updateMany({ where: { slug: indicator.slug }, data: { goneVersion: 2 } });
    await load(third, second, first);
    expect(await versions()).toEqual([
      ['2020', 1],
      ['2021', 3],
      ['2022', 3],
    ]);
  });

  it('is won by one of two who load it at once', async () => {
    const plan = checked(
      makePlan({
        slug: 'kilpala',
        name: 'Kilpala',
        year: 2026,
        goals: 2,
        measures: 400,
        departments: 5,
        rounds: 2,
        seed: 1,
      }),
    );
    const results = await Promise.all([1, 2, 3].map(() => importPlan(used.db, plan)));
    expect(results.filter((result) => 'planId' in result)).toHaveLength(1);
    expect(
      results.filter((result) => 'problems' in result && result.problems[0]?.reason.code === 'plan_exists'),
    ).toHaveLength(2);
    expect(await exported(plan)).toEqual(canonicalPlan(plan));
  });

  it('cannot take the code of another municipality, also when both come at once', async () => {
    const withCode = (slug: string) => {
      const plan = planOf(slug);
      return { ...plan, municipality: { ...plan.municipality, code: '999' } };
    };
    const results = await Promise.all([
      importPlan(used.db, withCode('koodi-1')),
      importPlan(used.db, withCode('koodi-2')),
    ]);
    const refused = results.flatMap((result) => ('problems' in result ? result.problems : []));
    expect(refused).toEqual([
      { path: 'municipality.code', reason: expect.objectContaining({ code: 'code_taken', municipalityCode: '999' }) },
    ]);
    expect(await used.db.municipality.count({ where: { slug: { in: ['koodi-1', 'koodi-2'] } } })).toBe(1);
  });
});

describe('an import', () => {
  it('is whole or not at all', async () => {
    const before = await contentsOf(used.db);
    const plan = planOf('kesken');
    // An unchecked file that fails at the very end.
    const findings = plan.findings.map((finding) => ({ ...finding, measures: ['tuntematon'] }));
    await expect(importPlan(used.db, { ...plan, findings })).rejects.toThrow('"tuntematon" is not defined');
    expect(await contentsOf(used.db)).toEqual(before);
  });

  it('gives each report its first revision, dated when it was said', async () => {
    const plan = checked(esimerkkila());
    const slug = 'versiot';
    await importPlan(used.db, { ...plan, municipality: { ...plan.municipality, slug } });
    const reports = await used.db.report.findMany({
      where: { round: { plan: { municipality: { slug } } } },
      include: { revisions: true },
    });
    expect(reports.length).toBeGreaterThan(100);
    for (const { revisions, submittedAt, progress, note, confirmed, evidence, onBehalfOf, id } of reports) {
      expect(revisions).toHaveLength(1);
      expect(revisions[0]).toMatchObject({
        version: 1,
        reportId: id,
        progress,
        note,
        confirmed,
        evidence,
        onBehalfOf,
        createdAt: submittedAt,
      });
    }
  });

  it('tells the listening servers which plan it was, once it is done', async () => {
    const client = new pg.Client({ connectionString: used.connectionString });
    await client.connect();
    const heard: (string | undefined)[] = [];
    client.on('notification', ({ payload }) => heard.push(payload));
    await client.query('listen plan_changed');
    const plan = planOf('kuuluva');
    const first = await importPlan(used.db, plan);
    await importPlan(used.db, plan);
    const focus = [{ fi: 'Uusi painopiste' }];
    await importPlan(used.db, { ...plan, plan: { ...plan.plan, focus } }, { isUpdate: true });
    await client.query('select 1');
    await expect.poll(() => heard).toHaveLength(2);
    expect(new Set(heard)).toEqual(new Set(['planId' in first && first.planId]));
    await client.end();
  });

  it('asks the database as often for a large plan as for a small one, and so does an export', async () => {
    const costOf = async (measures: number) => {
      let asked = 0;
      const counted = used.db.$extends({
        query: {
          $allOperations: ({ args, query }) => {
            asked += 1;
            return query(args);
          },
        },
      }) as unknown as Db;
      const slug = `koko-${measures}`;
      const size = { slug, name: slug, year: 2026, goals: 4, measures, departments: 9, rounds: 3, seed: 5 };
      await importPlan(counted, checked(makePlan(size)));
      const importing = asked;
      await exportPlan(counted, slug, 2026);
      return { importing, exporting: asked - importing };
    };
    const small = await costOf(40);
    expect(await costOf(800)).toEqual(small);
    // Five of them for each of two closed rounds, two for the open one.
    expect(small.importing).toBeLessThan(50);
    expect(small.exporting).toBeLessThan(15);
  });
});
