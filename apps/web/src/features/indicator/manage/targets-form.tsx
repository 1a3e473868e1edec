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
import { periodTyped, usePeriodRule } from '../../../domain/indicator/period-input.ts';
import styles from './manage.module.css';
import { saveTargets } from './writes.ts';

type Props = { slug: string; indicator: IndicatorDetail; onDone: () => unknown };
type Fields = { targets: { period: string; value: string }[] };

const typedOf = (value: number | string, language: Language) =>
  formatFigure(typeof value === 'number' ? { kind: 'number', value } : { kind: 'milestone', value }, language);

/** The targets of an indicator, period by period. */
export function TargetsForm({ slug, indicator, onDone }: Props) {
  const t = useTranslations('indicatorManage');
  const grid = useTranslations('grid.refusal');
  const form = useTranslations('form');
  const language = useLanguage();
  const period = usePeriodRule();
  const kind = indicator.kind === 'milestone' ? 'milestone' : 'number';
  const { decimals } = indicator;
  const fields = useFields<Fields>({
    targets: indicator.targets.map((one) => ({ period: periodTyped(one.period), value: typedOf(one.value, language) })),
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
  const send = async (given: Fields) => {
    const targets = given.targets.flatMap((one) => {
      const { value } = parseFigure(kind, one.value, decimals);
      const at = parsePeriod(one.period);
      return at !== null && (value?.kind === 'number' || value?.kind === 'milestone')
        ? [{ period: at, value: value.value }]
        : [];
    });
    await saveTargets(slug, indicator, targets);
    await onDone();
  };
  return (
    <Form form={fields} onSend={send} submit={t('saveTargets')}>
      {rows.fields.length === 0 && <p>{t('noTargets')}</p>}
      {rows.fields.map((row, at) => (
        <div key={row.id} role="group" aria-label={t('targetNumber', { number: at + 1 })} className={styles['line']}>
          <Columns2>
            <TextField label={t('period')} isShort {...register(`targets.${at}.period`, period)} />
            <TextField label={t('target')} isShort {...register(`targets.${at}.value`, valueRule)} />
          </Columns2>
          <Button size="small" onClick={() => rows.remove(at)}>
            {t('removeTarget', { number: at + 1 })}
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
