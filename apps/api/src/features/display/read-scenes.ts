import type { Db } from '@vointi/db/client.ts';
import type { ScreenScenes } from '@vointi/shared/display/contract.ts';
import type { Context } from '../../platform/context.ts';
import type { Bytes } from '../../platform/serve.ts';
import { AnswerBytes, boardOf, headOf, type KeptBoard, type PlanKey, type Reader, sendBytes } from '../plan/public.ts';
import { type IndicatorRow, toScreenIndicator } from './figures.ts';

/** What a wall has room for. */
const indicatorsAtMost = 60;
const findingsAtMost = 60;

/**
 * Numbers of the municipality as a whole, of indicators that the plan's goals, measures or findings name, in this order.
 * PostgreSQL writes the JSON: one value is cheaper to carry than a row for each number.
 */
const indicatorsSql = `
  with named as (
    select l."indicatorId", 1 as rank, g.slug as goal, g."order" as "goalOrder"
    from "GoalIndicator" l join "Goal" g on g.id = l."goalId"
    join "Plan" p on p."councilTermId" = g."councilTermId" where p.id = $1::uuid
    union all
    select l."indicatorId", 2, g.slug, g."order" from "MeasureIndicator" l
    join "Measure" m on m.id = l."measureId" join "Goal" g on g.id = m."goalId" where m."planId" = $1::uuid
    union all
    select l."indicatorId", 3, null, null from "FindingIndicator" l
    join "Finding" f on f.id = l."findingId" where f."planId" = $1::uuid
  ), chosen as (
    select "indicatorId", min(rank) as rank, min("goalOrder") as "goalOrder",
      coalesce(json_agg(distinct goal) filter (where goal is not null), '[]'::json) as goals
    from named group by "indicatorId"
  ), figure as (
    select v."indicatorId", json_agg(json_build_object(
      'period', v.period, 'ageGroup', v."ageGroup", 'number', v.number::float8) order by v."order") as values
    from "IndicatorValue" v join chosen on chosen."indicatorId" = v."indicatorId"
    where v.kind = 'number' and v.area = 'municipality' and v.sex is null
    group by v."indicatorId" having count(v.number) > 0
  )
  select coalesce(json_agg(json_build_object(
    'slug', i.slug, 'name', i.name, 'unit', i.unit, 'decimals', i.decimals, 'direction', i.direction,
    'source', i.source, 'goals', chosen.goals, 'values', figure.values, 'targets', coalesce((
      select json_agg(json_build_object('period', t.period, 'value', t.number::float8) order by t.period)
      from "IndicatorTarget" t where t."indicatorId" = i.id), '[]'::json)
    ) order by chosen.rank, chosen."goalOrder", i."order"), '[]'::json)::text as json
  from figure join chosen on chosen."indicatorId" = figure."indicatorId" join "Indicator" i on i.id = figure."indicatorId"`;

type Waiting = { department: string; total: number; missing: number };

const readWaiting = (db: Db, planId: string, round: string) =>
  db.$queryRaw<Waiting[]>`
    select d.slug as department, count(*)::int as total, count(*) filter (where s.progress is null)::int as missing
    from "Round" r
    join "Measure" m on m."planId" = r."planId"
    join "Assignment" a on a."measureId" = m.id
    join "Department" d on d.id = a."departmentId"
    left join "Report" s on s."assignmentId" = a.id and s."roundId" = r.id
    where r."planId" = ${planId}::uuid and r.slug = ${round}
    group by d.slug`;

async function readScenes(db: Db, { planId, index: { board } }: KeptBoard): Promise<ScreenScenes> {
  const { round } = board;
  const [waiting, [indicators], findings] = await Promise.all([
    round?.state === 'open' ? readWaiting(db, planId, round.slug) : [],
    db.$queryRawUnsafe<{ json: string }[]>(indicatorsSql, planId),
    db.finding.findMany({
      where: { planId },
      orderBy: { order: 'asc' },
      take: findingsAtMost,
      select: { slug: true, tone: true, text: true, period: true, ageGroups: true },
    }),
  ]);
  const byDepartment = new Map(waiting.map((one) => [one.department, one]));
  const rows = JSON.parse(indicators?.json ?? '[]') as IndicatorRow[];
  return {
    plan: headOf(board),
    answers:
      round?.state === 'open'
        ? {
            round,
            departments: board.departments.flatMap((department) => {
              const { total, missing } = byDepartment.get(department.slug) ?? { total: 0, missing: 0 };
              return total === 0 ? [] : [{ department, total, missing }];
            }),
          }
        : null,
    indicators: rows.flatMap((row) => toScreenIndicator(row) ?? []).slice(0, indicatorsAtMost),
    findings: findings.map(({ text, ...row }) => ({ ...row, text: text as ScreenScenes['findings'][number]['text'] })),
  };
}

type Kept = { bytes: Promise<AnswerBytes>; until: number };

/** As long as its board; a minute at most, in case something that no board shows changes a figure. */
const kept = new WeakMap<KeptBoard, Kept>();
const keptMs = 60_000;

/** Made once for however many screens that hear of a change at the same moment. */
export async function getScenes(context: Context, key: PlanKey, reader: Reader): Promise<Bytes> {
  const board = await boardOf(context, key, reader);
  const now = performance.now();
  let scenes = kept.get(board);
  if (!scenes || scenes.until < now) {
    const bytes = readScenes(context.db, board).then((made) => new AnswerBytes(JSON.stringify(made)));
    scenes = { bytes, until: now + keptMs };
    kept.set(board, scenes);
    bytes.catch(() => kept.delete(board));
  }
  const bytes = await scenes.bytes;
  return (request, reply) => sendBytes(request, reply, bytes, context.boards.staleSince);
}
