import * as z from 'zod';
import { CanEdit, Done } from '../http/body-contract.ts';
import { route } from '../http/route.ts';
import { planParams } from '../plan/contract.ts';
import { slug, title } from '../text/contract.ts';
import { day, line, version } from '../text/fields.ts';
import { createDecision, deleteDecision, listDecisions, updateDecision } from './endpoints.ts';
import { maxDecisions, maxDecisionText, maxMeeting } from './limits.ts';

/** What a meeting decided of a measure, as its secretary noted it. For the people of the municipality. */
export const MeasureDecision = z.object({
  id: z.uuid(),
  /** The title is null when the plan has no such measure any more. */
  measure: z.object({ code: slug, title: title.nullable() }),
  text: z.string(),
  decidedOn: z.iso.date(),
  /** Which meeting: "Johtoryhmä". */
  meeting: z.string(),
  /** Who noted it; null once they have been removed. */
  author: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version,
  can: CanEdit,
});
export type MeasureDecision = z.output<typeof MeasureDecision>;

const one = z.object({ slug, id: z.uuid() });
const text = z.string().trim().min(1).max(maxDecisionText);
const meeting = line(maxMeeting);

export const decisionApi = {
  list: route(listDecisions, {
    can: 'decision:read',
    tag: 'decision',
    summary: 'Decisions of meetings',
    description:
      'What meetings decided of the plan’s measures, the newest day first and within it in the order of the plan, 500 at most. Narrowed by days (both included), meeting and measure.',
    params: planParams,
    query: z.strictObject({
      from: z.exactOptional(day),
      to: z.exactOptional(day),
      meeting: z.exactOptional(meeting),
      measure: z.exactOptional(slug),
    }),
    response: z.object({
      decisions: z.array(MeasureDecision).max(maxDecisions),
      /** Names of meetings used so far, the newest first: for choosing one again. */
      meetings: z.array(z.string()),
      can: z.object({ create: z.boolean() }),
    }),
  }),
  create: route(createDecision, {
    can: 'decision:write',
    tag: 'decision',
    summary: 'Note a decision',
    description: 'Stored on the measure; `id` is its code or its UUID.',
    params: planParams.extend({ id: z.union([z.uuid(), slug]) }),
    body: z.strictObject({ text, decidedOn: day, meeting }),
    response: MeasureDecision,
  }),
  update: route(updateDecision, {
    can: 'decision:write',
    tag: 'decision',
    summary: 'Change a decision',
    description: 'What is left out stays. A version that is not the last is refused with the decision as it is now.',
    params: one,
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
    summary: 'Remove a decision',
    description: 'For one that was noted by mistake. That it was removed stays in the audit log.',
    params: one,
    response: Done,
  }),
};
