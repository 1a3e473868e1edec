import type { ReportingForm } from '@vointi/shared/report/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { cx } from '../../ui/cx.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import styles from './reporting-form.module.css';
import { formKey, formPath } from './reporting-forms.ts';

/** Until when a form is open: "auki 30.11.2026 saakka"; null when it takes no answers. */
function useLastDayText(): (form: ReportingForm) => string | null {
  const t = useTranslations('reporting');
  const format = useFormat();
  return ({ lock }) =>
    lock?.isOpen === true && lock.until !== null
      ? t(lock.isReopened ? 'reopenedUntil' : 'openUntil', { day: format.lastDay(lock.until) })
      : null;
}

const roundKey = ({ municipality, year, round }: ReportingForm) => `${municipality.slug}/${year}/${round?.id ?? ''}`;

/** All forms, for an overseer to choose from, by round. */
export function ReportingFormList({ forms }: { forms: readonly ReportingForm[] }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const lastDayText = useLastDayText();
  return (
    <>
      <header className={styles['head']}>
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <p className={styles['lead']}>{t('chooseDepartment')}</p>
      </header>
      {[...Map.groupBy(forms, roundKey)].map(([key, [first, ...others]]) =>
        first ? (
          <section key={key} aria-labelledby={`of-${key}`} className={styles['group']}>
            <div className={styles['head']}>
              <h2 id={`of-${key}`}>
                {localize(first.municipality.name)} {first.year}
                {first.round && `: ${localize(first.round.name)}`}
              </h2>
              <p className={styles['plan']}>{lastDayText(first)}</p>
            </div>
            <ReportingFormNav forms={[first, ...others]} />
          </section>
        ) : null,
      )}
    </>
  );
}

type Props = { forms: readonly ReportingForm[]; current?: ReportingForm | undefined };

/** Links to the forms, each with its count of answers; where they are of several rounds, also with the round. */
export function ReportingFormNav({ forms, current }: Props) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const lastDayText = useLastDayText();
  const isOneMunicipality = new Set(forms.map(({ municipality }) => municipality.slug)).size === 1;
  const isOneRound = new Set(forms.map(roundKey)).size === 1;
  return (
    <nav
      aria-label={t(isOneRound ? 'departments' : 'forms')}
      className={cx(styles['nav'], current === undefined && styles['list'], !isOneRound && styles['byRound'])}
    >
      <ul>
        {forms.map((form) => (
          <li key={formKey(form)}>
            <a href={formPath(form)} aria-current={current && formKey(form) === formKey(current) ? 'page' : undefined}>
              <span>
                {!isOneMunicipality && `${localize(form.municipality.name)}: `}
                <span {...localize.in(form.department.name)} />
              </span>
              <small>
                {t('answeredShort', { answered: form.counts.total - form.counts.missing, total: form.counts.total })}
              </small>
              {form.counts.waiting > 0 && (
                <small className={styles['below']}>{t('waiting', { count: form.counts.waiting })}</small>
              )}
              {!isOneRound && (
                <small className={styles['below']}>
                  {[form.year, form.round && localize(form.round.name), lastDayText(form)].filter(Boolean).join(' · ')}
                </small>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
