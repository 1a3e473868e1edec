import type { Db } from '@vointi/db/client.ts';
import type { ClosingCheck, RoundDepartment, RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { listClosingChecks } from '@vointi/shared/round/closing-checks.ts';
import { countStaffAnswers } from '@vointi/shared/round/rules.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { readRoundRows, readSnapshotRows, type SnapshotRows } from '../plan/public.ts';
import { type Facts, readFacts } from './overview-facts.ts';
import { mayManage, readRound, toManaged } from './rows.ts';
import { isIntact } from './verify.ts';

/** A round by department. A closed round is shown from its snapshot, unless it is reopened for a department. */
export async function getRound({ db }: Context, request: MunicipalityRequest, id: string): Promise<RoundOverview> {
  const round = await readRound(db, request, id);
  const facts = await readFacts(db, round);
  const usesSnapshot = round.state === 'closed' && !facts.isReopened;
  const rows =
    (usesSnapshot ? (await readSnapshotRows(db, { id }))?.rows : undefined) ?? (await readRoundRows(db, id)).rows;
  const departments = departmentsOf(rows, facts);
  return {
    round: toManaged(round, mayManage(request)),
    counts: { ...rows.counts, waiting: sumOf(departments) },
    departments,
    isIntact: round.number === null ? null : await isNewestIntact(db, round.id, round.number),
    // Before a round begins every answer is missing; after it closes nothing can be corrected.
    lint: round.state === 'open' || facts.isReopened ? closingChecksOf(rows, facts, request.at) : [],
  };
}

const sumOf = (departments: readonly RoundDepartment[]) =>
  departments.reduce((sum, { counts }) => sum + counts.waiting, 0);

async function isNewestIntact(db: Db, roundId: string, number: number): Promise<boolean> {
  const where = { roundId_number: { roundId, number } };
  return isIntact(await db.roundSnapshot.findUniqueOrThrow({ where, select: { rows: true, hash: true } }));
}

function departmentsOf({ departments, measures }: SnapshotRows, facts: Facts): RoundDepartment[] {
  const answers = Map.groupBy(
    measures.flatMap(({ code, assignments }) =>
      assignments.map((one) => ({ ...one, isWaiting: facts.isAwaiting(one.department, code) })),
    ),
    ({ department }) => department,
  );
  return departments.map((department) => {
    const own = answers.get(department.slug) ?? [];
    const moments = own.flatMap(({ state, reportedAt }) => (state === 'missing' ? [] : (reportedAt ?? [])));
    return {
      department,
      counts: countStaffAnswers(own),
      lastAnswerAt: moments.toSorted().at(-1) ?? null,
      ...facts.of(department.slug),
    };
  });
}

function closingChecksOf({ departments, measures }: SnapshotRows, facts: Facts, at: Date): ClosingCheck[] {
  const refs = new Map(departments.map((department) => [department.slug, department]));
  const rows = measures.flatMap(({ code, title, assignments, figures }) =>
    assignments.flatMap(({ department: slug, state, progress, note }) => {
      const department = refs.get(slug);
      if (!department) return [];
      // An answer of an earlier round does not count in this one.
      const answer = state === 'missing' ? { progress: null, note: null } : { progress, note: note?.fi ?? null };
      return {
        measure: { code, title },
        department,
        ...answer,
        isAwaitingApproval: facts.isAwaiting(slug, code),
        figures: figures.map(({ name, value }) => ({ name, hasValue: value !== null })),
      };
    }),
  );
  return listClosingChecks(rows, at);
}
