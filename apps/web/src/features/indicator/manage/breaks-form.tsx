import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { parsePeriod } from '@vointi/shared/indicator/period.ts';
import { useFieldArray } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { LeaveGuard } from '../../../ui/form/leave-guard.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { Icon } from '../../../ui/icon.tsx';
import { periodTyped, usePeriodRule } from '../../../domain/indicator/period-input.ts';
import { joined, spread, type InLanguages } from '../../../ui/form/in-languages.ts';
import styles from './manage.module.css';
import { saveBreaks } from './writes.ts';

type Props = { slug: string; indicator: IndicatorDetail; onDone: () => unknown };
type Fields = { breaks: { period: string; note: InLanguages }[] };

/** From which periods on figures are not to be compared with those before, and why. */
export function BreaksForm({ slug, indicator, onDone }: Props) {
  const t = useTranslations('indicatorManage');
  const rules = useRules();
  const period = usePeriodRule();
  const fields = useFields<Fields>({
    breaks: indicator.breaks.map((one) => ({ period: periodTyped(one.period), note: spread(one.note) })),
  });
  const { control, register, formState } = fields;
  const rows = useFieldArray({ control, name: 'breaks' });
  const send = async ({ breaks }: Fields) => {
    await saveBreaks(
      slug,
      indicator,
      breaks.map((one) => ({ period: parsePeriod(one.period) ?? '', note: joined(one.note) })),
    );
    await onDone();
  };
  return (
    <Form form={fields} onSend={send} submit={t('saveBreaks')}>
      {rows.fields.length === 0 && <p>{t('noBreaks')}</p>}
      {rows.fields.map((row, at) => (
        <div key={row.id} role="group" aria-label={t('breakNumber', { number: at + 1 })} className={styles['line']}>
          <TextField label={t('breakPeriod')} isShort {...register(`breaks.${at}.period`, period)} />
          <TextField label={t('breakNote')} lang="fi" {...register(`breaks.${at}.note.fi`, rules.text(500))} />
          <TextField
            label={t('sv.breakNote')}
            lang="sv"
            isOptional
            {...register(`breaks.${at}.note.sv`, rules.text(500, { isOptional: true }))}
          />
          <TextField
            label={t('en.breakNote')}
            lang="en"
            isOptional
            {...register(`breaks.${at}.note.en`, rules.text(500, { isOptional: true }))}
          />
          <Button size="small" onClick={() => rows.remove(at)}>
            {t('removeBreak', { number: at + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => rows.append({ period: '', note: spread(null) })}>
          <Icon name="plus" />
          {t('addBreak')}
        </Button>
      </div>
      <LeaveGuard isDirty={formState.isDirty} />
    </Form>
  );
}
