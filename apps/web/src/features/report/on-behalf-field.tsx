import { useTranslations } from 'use-intl';
import { FormContext } from '../../ui/form/form-context.ts';
import { TextField } from '../../ui/form/text-field.tsx';
import styles from './reporting-form.module.css';
import { useActions, useReportingForm } from './use-reporting-form.ts';
import { maxOnBehalfOf } from '@vointi/shared/report/limits.ts';

export const behalfId = 'on-behalf-of';

/** Asks from whom the answers are when the writer is not of the department. */
export function OnBehalfField() {
  const t = useTranslations('reporting');
  const actions = useActions();
  const isNeeded = useReportingForm(({ form }) => form.needsOnBehalfOf);
  const text = useReportingForm((state) => state.onBehalfOf);
  const isLacking = useReportingForm((state) => state.lacksOnBehalfOf);
  if (!isNeeded) return null;
  return (
    <FormContext
      value={{
        idOf: () => behalfId,
        errorOf: () => (isLacking ? t('behalfNeeded') : undefined),
        theirsOf: () => undefined,
        register: () => () => {},
      }}
    >
      <div className={styles['behalf']}>
        <TextField
          name="onBehalfOf"
          label={t('behalf')}
          hint={t('behalfHint')}
          maxLength={maxOnBehalfOf}
          autoComplete="off"
          value={text}
          onChange={({ target }) => actions.onBehalfOf(target.value)}
        />
      </div>
    </FormContext>
  );
}
