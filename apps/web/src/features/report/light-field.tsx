import { progresses } from '@vointi/shared/measure/progress.ts';
import { useTranslations } from 'use-intl';
import { Light } from '../../domain/measure/light.tsx';
import { useStatusWord } from '../../domain/measure/text.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { cx } from '../../ui/cx.ts';
import { FieldError } from '../../ui/form/field.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { fieldId, useFieldProblemText } from './fields.ts';
import styles from './light-field.module.css';
import { useActions, useEntry } from './use-reporting-form.ts';

/** The three lights as radio buttons: colour, shape and word. The previous light is marked; none is preselected. */
export function LightField({ id, canWrite }: { id: string; canWrite: boolean }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const word = useStatusWord();
  const actions = useActions();
  const problemText = useFieldProblemText();
  const entry = useEntry(id);
  if (!entry) return null;
  const { row, values, start, queued, problems } = entry;
  const last = row.previous?.progress;
  const chosen = values?.progress ?? start.progress ?? (queued?.kind === 'confirm' ? last : null);
  const error = problems.progress && problemText(problems.progress);
  return (
    <fieldset
      id={fieldId(id, 'progress')}
      tabIndex={-1}
      className={styles['lights']}
      aria-describedby={error && `${fieldId(id, 'progress')}-error`}
    >
      <legend>
        <Hidden>{t('lightOf', { measure: localize(row.measure.title) })}</Hidden>
      </legend>
      <FieldError id={fieldId(id, 'progress')} error={error} />
      <div className={styles['options']}>
        {progresses.map((progress) => {
          const text = word(progress);
          const isLast = chosen == null && progress === last;
          return (
            <label key={progress} className={cx(styles['option'], isLast && styles['last'])}>
              <input
                type="radio"
                name={`light-${id}`}
                value={progress}
                checked={chosen === progress}
                disabled={!canWrite}
                onChange={() => actions.light(id, progress)}
              />
              <Light status={progress} />
              <span>
                <b>{text.slice(0, 1)}</b>
                {text.slice(1)}
                {isLast && <small> {t('lastTime')}</small>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
