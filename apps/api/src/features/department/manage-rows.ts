import type { Prisma, Tx } from '@vointi/db/client.ts';
import { grantOf } from '@vointi/shared/access/grant.ts';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { AppError } from '../../platform/app-error.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { refSelect, toRef } from './ref.ts';
import { maxDepartments } from '@vointi/shared/department/limits.ts';

const rowSelect = {
  ...refSelect,
  id: true,
  aliases: true,
  contact: true,
  successor: { select: refSelect },
  validFrom: true,
  validTo: true,
  version: true,
  _count: { select: { assignments: { where: { measure: { plan: { status: 'published' } } } } } },
  memberships: { select: { userId: true } },
} satisfies Prisma.DepartmentSelect;
type Stored = Prisma.DepartmentGetPayload<{ select: typeof rowSelect }>;

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

const toRow = (stored: Stored, may: boolean): DepartmentRow => ({
  ...toRef(stored),
  id: stored.id,
  aliases: stored.aliases,
  contact: stored.contact,
  successor: stored.successor && toRef(stored.successor),
  validFrom: dayOf(stored.validFrom),
  validTo: dayOf(stored.validTo),
  assignments: stored._count.assignments,
  people: new Set(stored.memberships.map(({ userId }) => userId)).size,
  version: stored.version,
  can: { edit: may, merge: may },
});

const mayManage = ({ actor, slug }: MunicipalityRequest) => grantOf(actor, 'department:manage', slug) !== null;

export async function readRows(tx: Tx, request: MunicipalityRequest, where: Prisma.DepartmentWhereInput = {}) {
  const { municipalityId } = request;
  const stored = await tx.department.findMany({
    where: { ...where, municipalityId, draftPlanId: null },
    orderBy: [{ order: 'asc' }, { slug: 'asc' }],
    take: maxDepartments,
    select: rowSelect,
  });
  return stored.map((row) => toRow(row, mayManage(request)));
}

/** @throws AppError not_found, also for another municipality's */
export async function readRow(tx: Tx, request: MunicipalityRequest, id: string): Promise<DepartmentRow> {
  const [row] = await readRows(tx, request, { id });
  if (!row) throw new AppError('not_found');
  return row;
}

/** All departments of the municipality, with what the rules about names and successors need. */
export async function readAll(tx: Tx, { municipalityId }: MunicipalityRequest) {
  const rows = await tx.department.findMany({
    where: { municipalityId },
    select: {
      id: true,
      slug: true,
      order: true,
      name: true,
      shortName: true,
      kind: true,
      aliases: true,
      successorId: true,
      validFrom: true,
      validTo: true,
      version: true,
    },
  });
  return rows.map(({ name, shortName, ...row }) => ({
    ...row,
    name: name as Text,
    shortName: shortName as Text | null,
  }));
}
export type StoredDepartment = Awaited<ReturnType<typeof readAll>>[number];
