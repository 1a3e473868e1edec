import type { MeasureDecision } from '@vointi/shared/decision/contract.ts';
import { useId, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { helsinkiDay } from '@vointi/shared/text/helsinki.ts';
import { Button } from '../../ui/button.tsx';
import { dayText, parseDay } from '../../ui/form/day.ts';
import { differencesOf } from '../../ui/form/differences.ts';
import type { Theirs } from '../../ui/form/form-context.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { createDecision, updateDecision } from './queries.ts';

type Fields = { text: string; decidedOn: string; meeting: string };

type Props = {
  slug: string;
  year: string;
  code: string;
  /** Null: a new one. */
  decision: MeasureDecision | null;
  /** Names of meetings used before, the newest first: the next decision is mostly of the same. */
  meetings: readonly string[];
  onDone: (decision: MeasureDecision) => void;
  onClose: () => void;
};

const fieldsOf = (decision: MeasureDecision | null, meetings: readonly string[]): Fields => ({
  text: decision?.text ?? '',
  decidedOn: dayText(decision?.decidedOn ?? helsinkiDay(new Date())),
  meeting: decision?.meeting ?? meetings[0] ?? '',
});

export function DecisionDialog({ slug, year, code, decision, meetings, onDone, onClose }: Props) {
  const t = useTranslations('decision');
  const words = useTranslations('form');
  const rules = useRules();
  const list = useId();
  const start = useRef(decision);
  const form = useFields<Fields>(fieldsOf(decision, meetings));
  const { register } = form;
  const save = async (values: Fields) => {
    const body = {
      text: values.text.trim(),
      decidedOn: parseDay(values.decidedOn) ?? '',
      meeting: values.meeting.trim(),
    };
    const before = start.current;
    onDone(
      before
        ? await updateDecision(slug, before.id, { version: before.version, ...body })
        : await createDecision(slug, year, code, body),
    );
  };
  return (
    <FormDialog title={t(decision ? 'edit' : 'note')} form={form} onClose={onClose}>
      {(close) => (
        <Form
          form={form}
          onSend={save}
          onConflict={(current) => {
            const base = start.current;
            start.current = current as MeasureDecision;
            return differences(form, base, start.current);
          }}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
        >
          <TextArea label={t('text')} hint={t('textHint')} rows={4} {...register('text', rules.text(2000))} />
          <TextField
            label={t('meeting')}
            hint={t('meetingHint')}
            list={list}
            {...register('meeting', rules.text(120))}
          />
          <datalist id={list}>
            {meetings.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
          <TextField
            label={t('day')}
            hint={words('dayHint')}
            isShort
            autoComplete="off"
            inputMode="decimal"
            {...register('decidedOn', rules.day())}
          />
        </Form>
      )}
    </FormDialog>
  );
}

function differences(
  form: UseFormReturn<Fields>,
  base: MeasureDecision | null,
  row: MeasureDecision,
): Record<string, Theirs> {
  const saved = fieldsOf(row, []);
  const { theirs, compare } = differencesOf(form, fieldsOf(base, []), saved);
  for (const name of ['text', 'decidedOn', 'meeting'] as const) compare(name, saved[name]);
  return theirs;
}
