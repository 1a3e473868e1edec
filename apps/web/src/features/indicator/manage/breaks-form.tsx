import { maxValueNote } from '@vointi/shared/indicator/limits.ts';
import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { parsePeriod } from '@vointi/shared/indicator/period.ts';
import { useFieldArray } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { fromFormTexts, original, toFormTexts, type FormTexts } from '../../../ui/form/form-texts.ts';
import { LeaveGuard } from '../../../ui/form/leave-guard.tsx';
import { LocalizedField } from '../../../ui/form/localized-field.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useLanguageLabels } from '../../../ui/form/use-language-labels.ts';
import { useTextInputs } from '../../../ui/form/use-text-inputs.ts';
import { Icon } from '../../../ui/icon.tsx';
import { periodInputText, usePeriodRule } from '../../../domain/indicator/period-input.ts';
import styles from './manage.module.css';
import { saveBreaks } from './writes.ts';

type Props = { slug: string; indicator: IndicatorDetail; onDone: () => unknown };
type Fields = { breaks: { period: string; note: FormTexts }[] };

/** Edits the periods from which values are not comparable with earlier ones, and the reasons. */
export function BreaksForm({ slug, indicator, onDone }: Props) {
  const t = useTranslations('indicatorManage');
  const { labelIn } = useLanguageLabels();
  const period = usePeriodRule();
  const fields = useFields<Fields>({
    breaks: indicator.breaks.map((one) => ({ period: periodInputText(one.period), note: toFormTexts(one.note) })),
  });
  const { control, register, formState } = fields;
  const textInputs = useTextInputs(fields);
  const rows = useFieldArray({ control, name: 'breaks' });
  const send = async ({ breaks }: Fields) => {
    await saveBreaks(
      slug,
      indicator,
      breaks.map((one) => ({ period: parsePeriod(one.period) ?? '', note: fromFormTexts(one.note) })),
    );
    await onDone();
  };
  return (
    <Form form={fields} onSend={send} submit={t('saveBreaks')}>
      {rows.fields.length === 0 && <p>{t('noBreaks')}</p>}
      {rows.fields.map((row, index) => (
        <div key={row.id} role="group" aria-label={t('breakNumber', { number: index + 1 })} className={styles['line']}>
          <TextField label={t('breakPeriod')} isShort {...register(`breaks.${index}.period`, period)} />
          <LocalizedField
            isStacked
            label={(language) => (language === original ? t('breakNote') : labelIn(t('breakNote'))(language))}
            input={textInputs(`breaks.${index}.note`, { max: maxValueNote })}
          />
          <Button size="small" onClick={() => rows.remove(index)}>
            {t('removeBreak', { number: index + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => rows.append({ period: '', note: toFormTexts(null) })}>
          <Icon name="plus" />
          {t('addBreak')}
        </Button>
      </div>
      <LeaveGuard isDirty={formState.isDirty} />
    </Form>
  );
}
