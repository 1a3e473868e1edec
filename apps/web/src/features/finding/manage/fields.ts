import type { Finding, FindingProposal } from '@vointi/shared/finding/contract.ts';
import type { Tone } from '@vointi/shared/finding/tone.ts';
import { parsePeriod } from '@vointi/shared/indicator/period.ts';
import type { AgeGroup } from '@vointi/shared/measure/progress.ts';
import { periodTyped } from '../../../domain/indicator/period-input.ts';
import type { FindingBody } from './writes.ts';
import { type InLanguages, joined, spread } from '../../../ui/form/in-languages.ts';

/** A finding as its form has it. */
export type FindingForm = {
  tone: Tone;
  isPublished: boolean;
  text: InLanguages;
  period: string;
  ageGroups: AgeGroup[];
  indicators: string[];
  measures: string[];
};

export const emptyForm: FindingForm = {
  tone: 'positive',
  isPublished: false,
  text: { fi: '', sv: '', en: '' },
  period: '',
  ageGroups: [],
  indicators: [],
  measures: [],
};

export const formOf = (finding: Finding): FindingForm => ({
  tone: finding.tone,
  isPublished: finding.state === 'published',
  text: spread(finding.text),
  period: finding.period === null ? '' : periodTyped(finding.period),
  ageGroups: [...finding.ageGroups],
  indicators: finding.indicators.map(({ slug }) => slug),
  measures: finding.measures.map(({ code }) => code),
});

/** Words to begin with: what the rule saw. Nothing is published by that. */
export const formOfProposal = (proposal: FindingProposal): FindingForm => ({
  tone: proposal.tone,
  isPublished: false,
  text: spread(proposal.text),
  period: proposal.period === null ? '' : periodTyped(proposal.period),
  ageGroups: [...proposal.ageGroups],
  indicators: [proposal.indicator.slug],
  measures: proposal.measures.map(({ code }) => code),
});

/** The same as the API takes it; the form has checked the period. */
export const bodyOf = ({ isPublished, text, period, ...rest }: FindingForm): FindingBody => ({
  ...rest,
  state: isPublished ? 'published' : 'draft',
  period: parsePeriod(period),
  text: joined(text),
});
