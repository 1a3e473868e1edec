import * as z from 'zod';
import { route } from '../http/route.ts';
import { progresses } from '../measure/progress.ts';
import { DepartmentRef, RoundRef } from '../plan/contract.ts';
import { name, shortName, slug, textOf, title } from '../text/contract.ts';

/** One thing that a department answers for, with what it last said. */
export const ReportingRow = z.object({
  assignmentId: z.uuid(),
  measure: z.object({ code: slug, title, goal: shortName }),
  progress: z.enum(progresses).nullable(),
  note: textOf(2000).nullable(),
  evidence: textOf(2000).nullable(),
  reportedAt: z.iso.datetime().nullable(),
});

export const Reporting = z.object({
  /** A department of a published plan, by municipality, year and name. */
  desks: z.array(
    z.object({
      municipality: z.object({ slug, name }),
      year: z.int(),
      round: RoundRef.nullable(),
      department: DepartmentRef,
      rows: z.array(ReportingRow),
    }),
  ),
});
export type Reporting = z.output<typeof Reporting>;

export const reportApi = {
  list: route({
    method: 'GET',
    path: '/api/v1/reporting',
    can: 'report:read',
    tag: 'report',
    summary: 'What my departments answer for',
    description:
      'Each assignment of the newest published plan of each municipality, with the latest answer: of one’s own departments, or of all of them for whoever reads them all.',
    query: z.strictObject({ department: z.exactOptional(slug) }),
    response: Reporting,
  }),
};
