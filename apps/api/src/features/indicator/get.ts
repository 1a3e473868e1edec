import { grantOf } from '@vointi/shared/access/grant.ts';
import { smallestShown } from '@vointi/shared/indicator/kind.ts';
import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { seriesOf } from '@vointi/shared/indicator/series.ts';
import { countsOf } from '@vointi/disclosure/hidden-counts.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { boardOf, headOf, type PlanKey, withStatus } from '../plan/public.ts';
import { readDetail } from './detail-rows.ts';
import { hiddenOf, seesSmall, toIndicator } from './row.ts';

export type OneIndicator = PlanKey & { id: string };

/** One indicator with all its values, by its slug or id. @throws AppError not_found */
export async function getIndicator(
  context: Context,
  { id, ...key }: OneIndicator,
  reader: Reader,
): Promise<IndicatorDetail> {
  const { planId, index } = await boardOf(context, key, reader);
  const row = await readDetail(context.db, planId, id);
  if (!row) throw new AppError('not_found');
  const seesAll = seesSmall(reader.actor, key.slug);
  const { measures, ...indicatorRow } = row;
  const whole = toIndicator(indicatorRow, seesAll);
  const measureOf = new Map(
    index.board.goals.flatMap((goal) =>
      goal.measures.map((measure) => [measure.code, { ...measure, goal: goal.slug }]),
    ),
  );
  const hidden = seesAll
    ? countsOf(whole.values).filter(hiddenOf(indicatorRow)).length
    : whole.values.filter(({ kind }) => kind === 'suppressed').length;
  return {
    ...whole,
    goals: row.goals,
    termMeasures: row.termMeasures,
    findings: row.findings,
    rounds: row.rounds,
    plan: headOf(index.board),
    series: seriesOf(whole.values),
    measures: measures.flatMap(({ code, via }) => {
      const measure = measureOf.get(code);
      return measure ? [{ ...withStatus(measure), via, goal: measure.goal }] : [];
    }),
    hidden: {
      suppressed: hidden,
      smallestShown,
      seesAll,
    },
    can: { edit: grantOf(reader.actor, 'indicator:manage', key.slug) !== null },
  };
}
