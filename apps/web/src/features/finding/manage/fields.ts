import { maxFindingText } from '@vointi/shared/finding/limits.ts';
import type { Finding } from '@vointi/shared/finding/contract.ts';
import type { Tone } from '@vointi/shared/finding/tone.ts';
import { parsePeriod } from '@vointi/shared/indicator/period.ts';
import type { AgeGroup } from '@vointi/shared/measure/progress.ts';
import { defineForm } from '../../../ui/form/define-form.ts';
import { choice, localizedText, type FieldKind } from '../../../ui/form/field-kinds.ts';
import { periodInputText } from '../../../domain/indicator/period-input.ts';

const optionalPeriod: FieldKind<string | null, string> = {
  empty: '',
  toForm: (period) => (period === null ? '' : periodInputText(period)),
  toValue: parsePeriod,
  isOptional: true,
};

/** A checkbox: whether the finding is published. */
const state: FieldKind<Finding['state'], boolean> = {
  empty: false,
  toForm: (value) => value === 'published',
  toValue: (isPublished) => (isPublished ? 'published' : 'draft'),
};

export const findingForm = defineForm({
  fields: {
    tone: choice<Tone>('positive'),
    text: localizedText(maxFindingText),
    period: optionalPeriod,
    ageGroups: choice<AgeGroup[]>([]),
    indicators: choice<string[]>([]),
    measures: choice<string[]>([]),
    state,
  },
  values: (finding: Finding) => ({
    ...finding,
    indicators: finding.indicators.map(({ slug }) => slug),
    measures: finding.measures.map(({ code }) => code),
  }),
});
