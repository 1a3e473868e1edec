import * as z from 'zod';
import type { Db } from '@vointi/db/client.ts';
import type { ScreenScenes } from '@vointi/shared/display/contract.ts';
import { AnswerBytes, sendBytes } from '../../platform/answer-bytes.ts';
import type { CachedBoard } from '../../platform/boards.ts';
import type { Context, Reader } from '../../platform/context.ts';
import type { Bytes } from '../../platform/serve.ts';
import { queryRows, sql } from '../../platform/sql.ts';
import { readIndicators } from '../indicator/public.ts';
import { boardOf, headOf, type PlanKey } from '../plan/public.ts';
import { toScreenIndicator } from './figures.ts';

/** Limits of what a screen can show. */
const maxIndicators = 60;
const maxFindings = 60;

/** Indicators with a number that the plan's goals, measures or findings name, in this order. */
const chosenSql = `
  with named as (
    select l."indicatorId", 1 as rank, g.slug as goal, g."order" as "goalOrder"
    from "GoalIndicator" l join "Goal" g on g.id = l."goalId"
    join "Plan" p on p."councilTermId" = g."councilTermId" where p.id = $1::uuid
    union all
    select l."indicatorId", 2, g.slug, g."order" from "MeasureIndicator" l
    join "Measure" m on m.id = l."measureId" join "Goal" g on g.id = m."goalId" where m."planId" = $1::uuid
    union all
    select l."indicatorId", 3, null, null from "FindingIndicator" l
    join "Finding" f on f.id = l."findingId" where f."planId" = $1::uuid and f.state = 'published'
  )
  select i.id, i."municipalityId", coalesce(json_agg(distinct named.goal) filter (where named.goal is not null), '[]'::json) as goals
  from named join "Indicator" i on i.id = named."indicatorId"
  where exists (
    select from "IndicatorValue" v
    where v."indicatorId" = i.id and v.kind = 'number' and v.number is not null and v.area = 'municipality' and v.sex is null)
  group by i.id
  order by min(named.rank), min(named."goalOrder"), i."order"
  limit $2`;

const ChosenIndicator = z.strictObject({ id: z.uuid(), municipalityId: z.uuid(), goals: z.array(z.string()) });

/** A screen shows figures as the public sees them. */
async function readFigures(db: Db, planId: string): Promise<ScreenScenes['indicators']> {
  const chosen = await queryRows(db, ChosenIndicator, chosenSql, planId, maxIndicators);
  const [first] = chosen;
  if (!first) return [];
  const { municipalityId } = first;
  const indicators = await readIndicators(db, { municipalityId, ids: chosen.map(({ id }) => id), seesAll: false });
  return chosen.flatMap(({ id, goals }) => {
    const indicator = indicators.get(id);
    return (indicator && toScreenIndicator(indicator, goals)) ?? [];
  });
}

const DepartmentAnswers = z.strictObject({ department: z.string(), total: z.int(), missing: z.int() });

const readDepartmentAnswers = (db: Db, planId: string, round: string) =>
  queryRows(
    db,
    DepartmentAnswers,
    sql`
    select d.slug as department, count(*)::int as total, count(*) filter (where s.progress is null)::int as missing
    from "Round" r
    join "Measure" m on m."planId" = r."planId"
    join "Assignment" a on a."measureId" = m.id
    join "Department" d on d.id = a."departmentId"
    left join "Report" s on s."assignmentId" = a.id and s."roundId" = r.id
    where r."planId" = ${planId}::uuid and r.slug = ${round}
    group by d.slug`,
  );

async function readScenes(db: Db, { planId, index: { board } }: CachedBoard): Promise<ScreenScenes> {
  const { round } = board;
  const [answers, indicators, findings] = await Promise.all([
    round?.state === 'open' ? readDepartmentAnswers(db, planId, round.slug) : [],
    readFigures(db, planId),
    db.finding.findMany({
      where: { planId, state: 'published' },
      orderBy: { order: 'asc' },
      take: maxFindings,
      select: { slug: true, tone: true, text: true, period: true, ageGroups: true },
    }),
  ]);
  const byDepartment = new Map(answers.map((one) => [one.department, one]));
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
    indicators,
    findings: findings.map(({ text, ...row }) => ({ ...row, text: text as ScreenScenes['findings'][number]['text'] })),
  };
}

type CachedScenes = { bytes: Promise<AnswerBytes>; until: number };

/** Cached with its board, for a minute at most, as a figure can change without the board. */
const cache = new WeakMap<CachedBoard, CachedScenes>();
const maxAgeMs = 60_000;

/** The scenes, built once for all screens that ask after the same change. */
export async function getScenes(context: Context, key: PlanKey, reader: Reader): Promise<Bytes> {
  const board = await boardOf(context, key, reader);
  const now = performance.now();
  let scenes = cache.get(board);
  if (!scenes || scenes.until < now) {
    const bytes = readScenes(context.db, board).then((answer) => new AnswerBytes(JSON.stringify(answer)));
    scenes = { bytes, until: now + maxAgeMs };
    cache.set(board, scenes);
    bytes.catch(() => cache.delete(board));
  }
  const bytes = await scenes.bytes;
  return (request, reply) => sendBytes(request, reply, bytes, context.boards.staleSince);
}
