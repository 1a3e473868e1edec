import * as z from 'zod';
import { route } from '../http/route.ts';
import { Indicator } from '../indicator/contract.ts';
import { ageGroups, statuses } from '../measure/progress.ts';
import { PlanHead, planParams } from '../plan/contract.ts';
import { slug, textOf, title } from '../text/contract.ts';
import { tones } from './tone.ts';

export const Finding = z.object({
  slug,
  tone: z.enum(tones),
  text: textOf(600),
  period: z.string().nullable(),
  ageGroups: z.array(z.enum(ageGroups)),
  indicators: z.array(Indicator),
  measures: z.array(z.object({ code: slug, title, status: z.enum(statuses) })),
});
export type Finding = z.output<typeof Finding>;

export const findingApi = {
  list: route({
    method: 'GET',
    path: '/api/v1/municipalities/:slug/plans/:year/findings',
    can: 'plan:read',
    as: 'screen',
    tag: 'finding',
    summary: 'Positive and negative developments',
    description: 'What the figures show, with the figures themselves and the measures and age groups they concern.',
    params: planParams,
    response: z.object({ plan: PlanHead, findings: z.array(Finding) }),
  }),
};
