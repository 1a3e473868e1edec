import type { Tx } from '@vointi/db/client.ts';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { assertVersion, mutate } from '../../platform/mutate.ts';
import { readAll, readRow } from './manage-rows.ts';
import { type Merge, type Pair, planMerge, successorAfter } from './merge-read.ts';
import { moveRoundRows, moveDraftsAndComments } from './merge-rounds-write.ts';

type MergeInput = { from: string; into: string; version: number };

const merging = {
  action: 'department.merge',
  touches: 'plans',
  lock: 'municipality',
  retry: true,
  limits: { timeout: 15_000 },
} as const;

export const mergeDepartments = (
  context: Context,
  request: MunicipalityRequest,
  input: MergeInput,
): Promise<DepartmentRow> =>
  mutate(context, request, merging, async (tx) => {
    const { municipalityId, at } = request;
    await lockRows(tx, request, input);
    const current = await readRow(tx, request, input.from);
    assertVersion(current, input.version);
    const merge = await planMerge(tx, request, input, 'body.into');
    assertPossible(merge);
    await moveAssignments(tx, request, merge);
    await moveRoundRows(tx, merge, at);
    await moveRoles(tx, request, merge);
    await moveMappings(tx, request, merge);
    await moveNames(tx, request, merge);
    await tx.department.delete({ where: { id: input.from, municipalityId } });
    return {
      result: await readRow(tx, request, input.into),
      audit: {
        subject: `department:${input.from}`,
        before: { slug: merge.from.slug, version: input.version },
        after: {
          into: input.into,
          moved: merge.moved.length,
          joined: merge.joined.length,
          people: merge.people,
        },
      },
    };
  });

function assertPossible({ conflicts, surplusAliases, isCircular }: Merge) {
  if (conflicts.length > 0) {
    const details = conflicts.map(({ gone: { measure } }) => ({
      path: 'body.into',
      message: `both have answered ${measure.plan.year}/${measure.code} in the same round`,
      reason: 'merge_conflict' as const,
    }));
    throw new AppError('invalid_request', details);
  }
  if (surplusAliases > 0) throw refused('body.into', 'aliases_too_many');
  if (isCircular) throw refused('body.into', 'department_circular');
}

/** Locks both departments and what hangs on them: no answer, role or successor is added during the merge. */
async function lockRows(tx: Tx, { municipalityId }: MunicipalityRequest, { from, into }: MergeInput) {
  const both = [from, into];
  await tx.$executeRaw`select from "Department" where "municipalityId" = ${municipalityId}::uuid and id = any(${both}::uuid[]) order by id for update`;
  // In the order in which a submitted report locks them.
  await tx.$executeRaw`select from "ReportDraft" d join "Assignment" a on a.id = d."assignmentId" where a."municipalityId" = ${municipalityId}::uuid and a."departmentId" = any(${both}::uuid[]) order by d.id for update of d`;
  await tx.$executeRaw`select from "Assignment" where "municipalityId" = ${municipalityId}::uuid and "departmentId" = any(${both}::uuid[]) order by id for update`;
  await tx.$executeRaw`select from "Report" r join "Assignment" a on a.id = r."assignmentId" where a."municipalityId" = ${municipalityId}::uuid and a."departmentId" = any(${both}::uuid[]) order by r.id for update of r`;
}

async function moveAssignments(tx: Tx, { municipalityId }: MunicipalityRequest, { moved, joined, into }: Merge) {
  await tx.assignment.updateMany({
    where: { municipalityId, id: { in: moved.map(({ id }) => id) } },
    data: { departmentId: into.id, version: { increment: 1 } },
  });
  for (const { gone, kept } of joined) await joinPair(tx, municipalityId, { gone, kept });
}

/** Revisions follow the report by its id, so the history stays. */
async function joinPair(tx: Tx, municipalityId: string, { gone, kept }: Pair) {
  const rounds = gone.reports.map(({ roundId }) => roundId);
  // Only empty reports can be in the way: two answers would have been a conflict.
  await tx.report.deleteMany({ where: { municipalityId, assignmentId: kept.id, roundId: { in: rounds } } });
  await tx.report.updateMany({
    where: { municipalityId, id: { in: gone.reports.map(({ id }) => id) } },
    data: { assignmentId: kept.id },
  });
  await moveDraftsAndComments(tx, { gone, kept });
  // What is left are empty reports: what was said has moved.
  await tx.report.deleteMany({ where: { municipalityId, assignmentId: gone.id } });
  await tx.assignment.delete({ where: { id: gone.id, municipalityId } });
}

async function moveRoles(tx: Tx, { municipalityId }: MunicipalityRequest, { from, into }: Merge) {
  const roles = await tx.membership.findMany({ where: { municipalityId, departmentId: { in: [from.id, into.id] } } });
  for (const role of roles.filter(({ departmentId }) => departmentId === from.id)) {
    const kept = roles.find(
      (one) => one.departmentId === into.id && one.userId === role.userId && one.role === role.role,
    );
    if (!kept) {
      await tx.membership.update({
        where: { id: role.id },
        data: { departmentId: into.id, version: { increment: 1 } },
      });
      continue;
    }
    // A role that an admin gave stays when the identity provider's map changes.
    if (role.source === 'manual') await tx.membership.update({ where: { id: kept.id }, data: { source: 'manual' } });
    await tx.membership.delete({ where: { id: role.id } });
  }
}

async function moveMappings(tx: Tx, { municipalityId }: MunicipalityRequest, { from, into }: Merge) {
  const mappings = await tx.identityMapping.findMany({
    where: { municipalityId, departmentId: { in: [from.id, into.id] } },
  });
  const keyOf = ({ claim, value, role }: (typeof mappings)[number]) => JSON.stringify([claim, value, role]);
  const kept = new Set(mappings.filter(({ departmentId }) => departmentId === into.id).map(keyOf));
  for (const mapping of mappings.filter(({ departmentId }) => departmentId === from.id)) {
    const where = { id: mapping.id };
    if (kept.has(keyOf(mapping))) await tx.identityMapping.delete({ where });
    else await tx.identityMapping.update({ where, data: { departmentId: into.id, version: { increment: 1 } } });
  }
}

async function moveNames(tx: Tx, request: MunicipalityRequest, { from, into, aliases }: Merge) {
  const { municipalityId } = request;
  const known = await readAll(tx, request);
  await tx.department.updateMany({
    where: { municipalityId, successorId: from.id, id: { not: into.id } },
    data: { successorId: into.id, version: { increment: 1 } },
  });
  await tx.department.update({
    where: { id: into.id, municipalityId },
    data: {
      aliases: { push: aliases },
      successorId: successorAfter(known, from.id, into.id),
      version: { increment: 1 },
    },
  });
}
