import { maxDecisionText, maxMeeting } from '@vointi/shared/decision/limits.ts';
import type { MeasureDecision } from '@vointi/shared/decision/contract.ts';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import { DayField } from '../../ui/form/day-field.tsx';
import { defineForm } from '../../ui/form/define-form.ts';
import { day, text } from '../../ui/form/field-kinds.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useDefinedForm } from '../../ui/form/use-defined-form.ts';
import { createDecision, updateDecision } from './queries.ts';

type Props = {
  slug: string;
  year: string;
  code: string;
  /** Null: a new one. */
  decision: MeasureDecision | null;
  /** Names of earlier meetings, the newest first; the first is suggested. */
  meetings: readonly string[];
  onDone: (decision: MeasureDecision) => void;
  onClose: () => void;
};

const decisionForm = defineForm({
  fields: { text: text(maxDecisionText), decidedOn: day(), meeting: text(maxMeeting) },
  values: (decision: MeasureDecision) => decision,
});

export function DecisionDialog({ slug, year, code, decision, meetings, onDone, onClose }: Props) {
  const t = useTranslations('decision');
  const list = useId();
  const { sending, input } = useDefinedForm(decisionForm, {
    row: decision,
    start: { decidedOn: helsinkiDay(new Date()), meeting: meetings[0] ?? '' },
    create: (body) => createDecision(slug, year, code, body),
    update: ({ id }, body) => updateDecision(slug, id, body),
    onDone,
  });
  return (
    <FormDialog title={t(decision ? 'edit' : 'note')} {...sending} onClose={onClose}>
      <TextArea label={t('text')} hint={t('textHint')} rows={4} {...input('text')} />
      <TextField label={t('meeting')} hint={t('meetingHint')} list={list} {...input('meeting')} />
      <datalist id={list}>
        {meetings.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <DayField label={t('day')} {...input('decidedOn')} />
    </FormDialog>
  );
}
