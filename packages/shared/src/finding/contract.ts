import * as z from 'zod';
import { CanEdit, Done, Versioned } from '../http/common-contract.ts';
import { route } from '../http/route.ts';
import { Indicator } from '../indicator/contract.ts';
import { isPeriod } from '../indicator/period.ts';
import { TrendVerdict } from '../indicator/trend-contract.ts';
import { ageGroups } from '../measure/progress.ts';
import { MeasureRef, MeasureWithStatus, PlanHead, planParams } from '../plan/contract.ts';
import { slug, textOf } from '../text/contract.ts';
import { version } from '../text/fields.ts';
import { findingStates, tones } from './tone.ts';
import { createFinding, deleteFinding, listFindingProposals, listFindings, updateFinding } from './endpoints.ts';
import { maxFindingIndicators, maxFindingMeasures, maxFindings, maxFindingText, maxProposals } from './limits.ts';
import { maxPeriod } from '../indicator/limits.ts';

export const Finding = z.object({
  id: z.uuid(),
  slug,
  tone: z.enum(tones),
  state: z.enum(findingStates).meta({ description: 'Drafts are visible only to users who manage findings.' }),
  text: textOf(maxFindingText),
  period: z.string().nullable(),
  ageGroups: z.array(z.enum(ageGroups)),
  indicators: z.array(Indicator),
  measures: z.array(MeasureWithStatus),
  version,
});
export type Finding = z.output<typeof Finding>;

/** A development that a rule found in the figures. It becomes public only when somebody words and publishes it. */
export const FindingProposal = z.object({
  tone: z.enum(tones),
  indicator: Indicator,
  /** The result of the rule. */
  trend: TrendVerdict,
  period: z.string().nullable(),
  ageGroups: z.array(z.enum(ageGroups)),
  measures: z.array(MeasureRef),
  /** A suggested text. */
  text: textOf(maxFindingText),
});
export type FindingProposal = z.output<typeof FindingProposal>;

const fields = {
  tone: z.enum(tones),
  state: z.enum(findingStates),
  text: textOf(maxFindingText),
  period: z.string().max(maxPeriod).refine(isPeriod, 'a year, a month, or a range of them').nullable(),
  ageGroups: z.array(z.enum(ageGroups)).max(4),
  indicators: z.array(slug).max(maxFindingIndicators),
  measures: z.array(slug).max(maxFindingMeasures),
};
export const FindingFields = z.strictObject(fields);
export type FindingFields = z.output<typeof FindingFields>;

const findingParams = planParams.extend({ id: z.uuid() });
const common = { tag: 'finding', can: 'finding:manage' } as const;

export const findingApi = {
  list: route(listFindings, {
    can: 'plan:read',
    as: 'screen',
    tag: 'finding',
    summary: 'List findings',
    description:
      'Returns positive and negative developments with their indicators, measures and age groups. Drafts are included only for users who may publish them.',
    params: planParams,
    response: z.object({ plan: PlanHead, findings: z.array(Finding), can: CanEdit }),
  }),
  listProposals: route(listFindingProposals, {
    ...common,
    summary: 'List proposed findings',
    description:
      'Returns up to 100 proposals, clearest first: indicators whose latest value is better or worse than the previous one and stands out in their range. Indicators with a finding for the same period are left out.',
    params: planParams,
    response: z.object({ proposals: z.array(FindingProposal).max(maxProposals) }),
  }),
  create: route(createFinding, {
    ...common,
    summary: 'Create a finding',
    description:
      'Creates a draft or a published finding. Indicators are given by slug and measures by code; they keep their order.',
    params: planParams,
    body: FindingFields,
    response: Finding,
  }),
  update: route(updateFinding, {
    ...common,
    summary: 'Update a finding',
    description:
      'Fields that are left out keep their values; null clears a field. To publish or withdraw a finding, change its state.',
    params: findingParams,
    body: z.strictObject({
      version,
      tone: z.exactOptional(fields.tone),
      state: z.exactOptional(fields.state),
      text: z.exactOptional(fields.text),
      period: z.exactOptional(fields.period),
      ageGroups: z.exactOptional(fields.ageGroups),
      indicators: z.exactOptional(fields.indicators),
      measures: z.exactOptional(fields.measures),
      /** Index in the list of its tone, from 0. */
      position: z.exactOptional(z.int().min(0).max(maxFindings)),
    }),
    response: Finding,
  }),
  delete: route(deleteFinding, {
    ...common,
    summary: 'Delete a finding',
    description: 'Deletes the finding. Its indicators and measures stay.',
    params: findingParams,
    body: Versioned,
    response: Done,
  }),
};
