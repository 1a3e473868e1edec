import { Prisma } from '@vointi/db/client.ts';
import type { DepartmentFields } from '@vointi/shared/department/manage-contract.ts';
import { departmentSlug, isCircular, namesOf, sameName, tidyAliases } from '@vointi/shared/department/rules.ts';
import { refused } from '../../platform/app-error.ts';
import type { Context } from '../../platform/context.ts';
import type { MunicipalityRequest } from '../../platform/municipality-request.ts';
import { assertVersion, mutate } from '../../platform/mutate.ts';
import { type StoredDepartment, readAll, readRow } from './manage-rows.ts';

/** The fields that the board shows. */
const onBoard = ['kind', 'name', 'shortName'];

const dateOf = (day: string | null | undefined) => (typeof day === 'string' ? new Date(day) : day);
const orNull = <V>(value: V | null) => value ?? Prisma.DbNull;

export const createDepartment = (context: Context, request: MunicipalityRequest, fields: DepartmentFields) =>
  mutate(context, request, { action: 'department.create', touches: 'nothing', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = request;
    const known = await readAll(tx, request);
    assertNamesFree(known, fields);
    assertDays(fields);
    const { id, slug } = await tx.department.create({
      data: {
        municipalityId,
        slug: departmentSlug(fields.name.fi, new Set(known.map((one) => one.slug))),
        order: Math.max(-1, ...known.map(({ order }) => order)) + 1,
        kind: fields.kind,
        name: fields.name,
        shortName: orNull(fields.shortName),
        aliases: tidyAliases(fields),
        contact: fields.contact,
        successorId: fields.successor === null ? null : successorIn(known, fields.successor).id,
        validFrom: dateOf(fields.validFrom) ?? null,
        validTo: dateOf(fields.validTo) ?? null,
      },
      select: { id: true, slug: true },
    });
    return {
      result: await readRow(tx, request, id),
      audit: { subject: `department:${id}`, after: { slug, kind: fields.kind } },
    };
  });

type Update = { [K in keyof DepartmentFields]?: DepartmentFields[K] | undefined } & { version: number };

export const updateDepartment = (
  context: Context,
  request: MunicipalityRequest,
  id: string,
  { version, ...changes }: Update,
) =>
  mutate(context, request, { action: 'department.update', touches: 'plans', lock: 'municipality' }, async (tx) => {
    const { municipalityId } = request;
    const row = await readRow(tx, request, id);
    assertVersion(row, version);
    const known = await readAll(tx, request);
    const others = known.filter((one) => one.id !== id);
    const { name = row.name, aliases = row.aliases, kind, shortName, contact } = changes;
    if (changes.name || changes.aliases) assertNamesFree(others, { name, aliases }, row);
    assertDays({ validFrom: row.validFrom, validTo: row.validTo, ...changes });
    const successorId = changes.successor ? successorIn(known, changes.successor).id : changes.successor;
    if (successorId && isCircular(id, successorId, new Map(known.map((one) => [one.id, one.successorId])))) {
      throw refused('body.successor', 'department_circular');
    }
    const fields = Object.keys(changes).filter((key) => changes[key as keyof typeof changes] !== undefined);
    await tx.department.update({
      where: { id, municipalityId },
      data: {
        version: { increment: 1 },
        aliases: tidyAliases({ name, aliases }),
        name,
        ...(kind && { kind }),
        ...(shortName !== undefined && { shortName: orNull(shortName) }),
        ...(contact !== undefined && { contact }),
        ...(successorId !== undefined && { successorId }),
        ...(changes.validFrom !== undefined && { validFrom: dateOf(changes.validFrom) ?? null }),
        ...(changes.validTo !== undefined && { validTo: dateOf(changes.validTo) ?? null }),
      },
    });
    const updated = await readRow(tx, request, id);
    return {
      result: updated,
      audit: { subject: `department:${id}`, before: { version }, after: { version: updated.version, fields } },
      touched: fields.some((field) => onBoard.includes(field)),
    };
  });

type Names = Pick<DepartmentFields, 'name' | 'aliases'>;

/** A new name must be free. Its former names may stay, also where an imported file gave them to another one too. */
function assertNamesFree(others: readonly StoredDepartment[], { name, aliases }: Names, former?: Names) {
  const taken = new Set(others.flatMap(namesOf).map(sameName));
  for (const own of former ? namesOf(former) : []) taken.delete(sameName(own));
  if (namesOf({ name, aliases: [] }).some((one) => taken.has(sameName(one)))) throw refused('body.name', 'name_taken');
  const index = aliases.findIndex((alias) => taken.has(sameName(alias)));
  if (index >= 0) throw refused(`body.aliases.${index}`, 'name_taken');
}

function assertDays({ validFrom, validTo }: Pick<Update, 'validFrom' | 'validTo'>) {
  if (validFrom && validTo && validTo < validFrom) throw refused('body.validTo', 'days_backwards');
}

function successorIn(known: readonly StoredDepartment[], slug: string): StoredDepartment {
  const successor = known.find((one) => one.slug === slug);
  if (!successor) throw refused('body.successor', 'department_unknown');
  return successor;
}
