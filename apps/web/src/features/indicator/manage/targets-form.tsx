import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { parsePeriod } from '@vointi/shared/indicator/period.ts';
import { formatFigure, parseFigure } from '@vointi/shared/indicator/figures.ts';
import { useFieldArray } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import type { Language } from '../../../lib/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Columns2 } from '../../../ui/form/columns.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { LeaveGuard } from '../../../ui/form/leave-guard.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { Icon } from '../../../ui/icon.tsx';
import { periodInputText, usePeriodRule } from '../../../domain/indicator/period-input.ts';
import styles from './manage.module.css';
import { saveTargets } from './writes.ts';

type Props = { slug: string; indicator: IndicatorDetail; onDone: () => unknown };
type Fields = { targets: { period: string; value: string }[] };

const inputTextOf = (value: number | string, language: Language) =>
  formatFigure(typeof value === 'number' ? { kind: 'number', value } : { kind: 'milestone', value }, language);

/** Edits the targets of an indicator, one for each period. */
export function TargetsForm({ slug, indicator, onDone }: Props) {
  const t = useTranslations('indicatorManage');
  const grid = useTranslations('grid.refusal');
  const form = useTranslations('form');
  const language = useLanguage();
  const period = usePeriodRule();
  const kind = indicator.kind === 'milestone' ? 'milestone' : 'number';
  const { decimals } = indicator;
  const fields = useFields<Fields>({
    targets: indicator.targets.map((one) => ({
      period: periodInputText(one.period),
      value: inputTextOf(one.value, language),
    })),
  });
  const { control, register, formState } = fields;
  const rows = useFieldArray({ control, name: 'targets' });
  const valueRule = {
    validate: (text: string) => {
      const { reason } = parseFigure(kind, text, decimals);
      if (reason === undefined) return true;
      return reason === 'empty' ? form('required') : grid(reason, { decimals });
    },
  };
  const send = async (values: Fields) => {
    const targets = values.targets.flatMap((one) => {
      const { value } = parseFigure(kind, one.value, decimals);
      const targetPeriod = parsePeriod(one.period);
      return targetPeriod !== null && (value?.kind === 'number' || value?.kind === 'milestone')
        ? [{ period: targetPeriod, value: value.value }]
        : [];
    });
    await saveTargets(slug, indicator, targets);
    await onDone();
  };
  return (
    <Form form={fields} onSend={send} submit={t('saveTargets')}>
      {rows.fields.length === 0 && <p>{t('noTargets')}</p>}
      {rows.fields.map((row, index) => (
        <div key={row.id} role="group" aria-label={t('targetNumber', { number: index + 1 })} className={styles['line']}>
          <Columns2>
            <TextField label={t('period')} isShort {...register(`targets.${index}.period`, period)} />
            <TextField label={t('target')} isShort {...register(`targets.${index}.value`, valueRule)} />
          </Columns2>
          <Button size="small" onClick={() => rows.remove(index)}>
            {t('removeTarget', { number: index + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => rows.append({ period: '', value: '' })}>
          <Icon name="plus" />
          {t('addTarget')}
        </Button>
      </div>
      <LeaveGuard isDirty={formState.isDirty} />
    </Form>
  );
}
