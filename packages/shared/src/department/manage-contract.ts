import * as z from 'zod';
import { municipalityParams, rowParams } from '../http/common-contract.ts';
import { route } from '../http/route.ts';
import { DepartmentRef } from '../plan/contract.ts';
import { name, shortName, slug, title } from '../text/contract.ts';
import { day, line, version } from '../text/fields.ts';
import { departmentKinds } from './kind.ts';
import {
  createDepartment,
  listDepartments,
  mergeDepartment,
  previewDepartmentMerge,
  updateDepartment,
} from './endpoints.ts';
import { maxAliases, maxContact, maxDepartments } from './limits.ts';
import { maxName, maxSearch } from '../text/limits.ts';

export const DepartmentRow = DepartmentRef.extend({
  id: z.uuid(),
  aliases: z.array(z.string()),
  /** Contact for the plan's coordinators; never on a public page. */
  contact: z.string().nullable(),
  successor: DepartmentRef.nullable(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  /** Number of assignments in all plans, and of people with a role in the department. */
  assignments: z.int(),
  people: z.int(),
  version,
  can: z.object({ edit: z.boolean(), merge: z.boolean() }),
});
export type DepartmentRow = z.output<typeof DepartmentRow>;

const fields = z.strictObject({
  kind: z.enum(departmentKinds),
  name,
  shortName: shortName.nullable(),
  aliases: z.array(line(maxName)).max(maxAliases),
  contact: line(maxContact).nullable(),
  /** Another department's slug. */
  successor: slug.nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
});
export type DepartmentFields = z.output<typeof fields>;

export const MeasureInYear = z.object({ year: z.int(), code: slug, title });

/** A merge joins two spellings of one department. A department that later replaces another is its successor. */
export const MergePreview = z.object({
  from: DepartmentRef,
  into: DepartmentRef,
  /** Number of assignments that move without a conflict. */
  moved: z.int(),
  /** Measures of both departments with answers of only one: the two assignments become one and keep the answers. */
  joined: z.array(MeasureInYear),
  /** Measures that both have answered in the same round: somebody must decide first which answer is right. */
  conflicts: z.array(MeasureInYear),
  people: z.int(),
  aliases: z.array(z.string()),
  /** Number of aliases over the limit of one department: so many must be removed first. */
  surplusAliases: z.int(),
  isPossible: z.boolean(),
});
export type MergePreview = z.output<typeof MergePreview>;

export const departmentManageApi = {
  list: route(listDepartments, {
    can: 'department:read',
    tag: 'department',
    summary: 'List departments',
    description:
      'Returns all departments of the municipality in their order, with aliases, contact and successor. `q` searches names and aliases.',
    params: municipalityParams,
    query: z.strictObject({
      q: z.exactOptional(line(maxSearch)),
      kind: z.exactOptional(z.enum(departmentKinds)),
    }),
    response: z.object({ departments: z.array(DepartmentRow).max(maxDepartments) }),
  }),
  create: route(createDepartment, {
    can: 'department:manage',
    tag: 'department',
    summary: 'Create a department',
    description: 'The slug is made from the Finnish name and does not change when the name changes.',
    params: municipalityParams,
    body: fields,
    response: DepartmentRow,
  }),
  update: route(updateDepartment, {
    can: 'department:manage',
    tag: 'department',
    summary: 'Update a department',
    description:
      'Fields that are left out keep their values; null clears a field. A chain of successors must not form a circle.',
    params: rowParams,
    body: fields.partial().extend({ version }),
    response: DepartmentRow,
  }),
  previewMerge: route(previewDepartmentMerge, {
    can: 'department:manage',
    tag: 'department',
    summary: 'Preview a merge',
    description:
      'Returns the assignments, answers, people and aliases that would move to the other department, and the conflicts that prevent the merge.',
    params: rowParams,
    query: z.strictObject({ into: z.uuid() }),
    response: MergePreview,
  }),
  merge: route(mergeDepartment, {
    can: 'department:manage',
    tag: 'department',
    summary: 'Merge a department into another',
    description:
      'Moves everything to the other department, keeps the name as its alias and deletes the merged department. Refused with merge_conflict when both have answered for the same measure in the same round, and with aliases_too_many when the result would have too many aliases. Snapshots of closed rounds do not change.',
    params: rowParams,
    body: z.strictObject({ into: z.uuid(), version }),
    response: DepartmentRow,
  }),
};
