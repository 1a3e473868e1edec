import * as z from 'zod';
import { CanEdit, Done, rowParams } from '../http/common-contract.ts';
import { route } from '../http/route.ts';
import { planParams } from '../plan/contract.ts';
import { slug, title } from '../text/contract.ts';
import { day, line, version } from '../text/fields.ts';
import { createDecision, deleteDecision, listDecisions, updateDecision } from './endpoints.ts';
import { maxDecisions, maxDecisionText, maxMeeting } from './limits.ts';

/** A meeting's decision on a measure, as its secretary entered it. Visible to users of the municipality only. */
export const MeasureDecision = z.object({
  id: z.uuid(),
  /** The title is null when the plan no longer has the measure. */
  measure: z.object({ code: slug, title: title.nullable() }),
  text: z.string(),
  decidedOn: z.iso.date(),
  /** Name of the meeting: "Johtoryhmä". */
  meeting: z.string(),
  /** Who entered it; null when their personal data is removed. */
  author: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version,
  can: CanEdit,
});
export type MeasureDecision = z.output<typeof MeasureDecision>;

const text = z.string().trim().min(1).max(maxDecisionText);
const meeting = line(maxMeeting);

export const decisionApi = {
  list: route(listDecisions, {
    can: 'decision:read',
    tag: 'decision',
    summary: 'List decisions of meetings',
    description:
      'Returns up to 500 decisions on the plan’s measures: newest day first, and within a day in the order of the plan. Filters: first and last day, meeting, measure.',
    params: planParams,
    query: z.strictObject({
      from: z.exactOptional(day),
      to: z.exactOptional(day),
      meeting: z.exactOptional(meeting),
      measure: z.exactOptional(slug),
    }),
    response: z.object({
      decisions: z.array(MeasureDecision).max(maxDecisions),
      /** Names of meetings used before, latest first, for suggestions. */
      meetings: z.array(z.string()),
      can: z.object({ create: z.boolean() }),
    }),
  }),
  create: route(createDecision, {
    can: 'decision:write',
    tag: 'decision',
    summary: 'Create a decision',
    description: 'Adds a decision to a measure. `id` is the measure’s code or UUID.',
    params: planParams.extend({ id: z.union([z.uuid(), slug]) }),
    body: z.strictObject({ text, decidedOn: day, meeting }),
    response: MeasureDecision,
  }),
  update: route(updateDecision, {
    can: 'decision:write',
    tag: 'decision',
    summary: 'Update a decision',
    description: 'Fields that are left out keep their values. A stale version gives 409 with the current decision.',
    params: rowParams,
    body: z.strictObject({
      version,
      text: z.exactOptional(text),
      decidedOn: z.exactOptional(day),
      meeting: z.exactOptional(meeting),
    }),
    response: MeasureDecision,
  }),
  delete: route(deleteDecision, {
    can: 'decision:write',
    tag: 'decision',
    summary: 'Delete a decision',
    description: 'For a decision that was entered by mistake. The audit log keeps a record of the deletion.',
    params: rowParams,
    response: Done,
  }),
};
