import * as z from 'zod';
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
  /** How the people of the plan reach it; never on a public page. */
  contact: z.string().nullable(),
  successor: DepartmentRef.nullable(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  /** Assignments in all plans, and people with a role for it. */
  assignments: z.int(),
  people: z.int(),
  version,
  can: z.object({ edit: z.boolean(), merge: z.boolean() }),
});
export type DepartmentRow = z.output<typeof DepartmentRow>;

const at = z.object({ slug });
const one = at.extend({ id: z.uuid() });

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

/** Moves what one department has to another: for spellings of one and the same. A follower in time is a successor. */
export const MergePreview = z.object({
  from: DepartmentRef,
  into: DepartmentRef,
  /** Assignments that move as they are. */
  moved: z.int(),
  /** Measures that both answer for and only one has answered: the answers stay, the assignment becomes one. */
  joined: z.array(MeasureInYear),
  /** Measures where both have answered in the same round: which answer holds is not the product's to say. */
  conflicts: z.array(MeasureInYear),
  people: z.int(),
  aliases: z.array(z.string()),
  /** How many names more than one department can have: so many are to be taken away first. */
  surplusAliases: z.int(),
  isPossible: z.boolean(),
});
export type MergePreview = z.output<typeof MergePreview>;

export const departmentManageApi = {
  list: route(listDepartments, {
    can: 'department:read',
    tag: 'department',
    summary: 'Departments of the municipality',
    description: 'All of them in their order, with aliases, contact and successor. `q` finds in names and aliases.',
    params: at,
    query: z.strictObject({
      q: z.exactOptional(line(maxSearch)),
      kind: z.exactOptional(z.enum(departmentKinds)),
    }),
    response: z.object({ departments: z.array(DepartmentRow).max(maxDepartments) }),
  }),
  create: route(createDepartment, {
    can: 'department:manage',
    tag: 'department',
    summary: 'Add a department',
    description: 'Its address is made of its Finnish name and stays when the name changes.',
    params: at,
    body: fields,
    response: DepartmentRow,
  }),
  update: route(updateDepartment, {
    can: 'department:manage',
    tag: 'department',
    summary: 'Change a department',
    description: 'What is left out stays; null clears. No chain of successors may come back to where it began.',
    params: one,
    body: fields.partial().extend({ version }),
    response: DepartmentRow,
  }),
  previewMerge: route(previewDepartmentMerge, {
    can: 'department:manage',
    tag: 'department',
    summary: 'What merging would move',
    description:
      'Assignments, answers, people and aliases that would move to another department, and what stands in the way.',
    params: one,
    query: z.strictObject({ into: z.uuid() }),
    response: MergePreview,
  }),
  merge: route(mergeDepartment, {
    can: 'department:manage',
    tag: 'department',
    summary: 'Merge a department into another',
    description:
      'Moves everything and leaves the name as an alias; the department itself is gone. Refused with merge_conflict where both have answered the same measure in the same round, and with aliases_too_many where one department would have more names than it can. Closed rounds stay as they were frozen.',
    params: one,
    body: z.strictObject({ into: z.uuid(), version }),
    response: DepartmentRow,
  }),
};
