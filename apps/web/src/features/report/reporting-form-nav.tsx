import type { ReportingForm } from '@vointi/shared/report/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { cx } from '../../ui/cx.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import styles from './reporting-form.module.css';
import { formKey, formPath } from './reporting-forms.ts';

/** The round of a form and its last day: "Syksy 2026 · auki 30.11.2026 saakka". */
function useRoundText(): (form: ReportingForm) => string {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const format = useFormat();
  return ({ round, lock }) => {
    const day = lock?.isOpen === true && lock.until !== null ? format.lastDay(lock.until) : null;
    const isReopened = lock?.isOpen === true && lock.isReopened;
    const when = day !== null && t(isReopened ? 'reopenedUntil' : 'openUntil', { day });
    return [round && localize(round.name), when].filter(Boolean).join(' · ');
  };
}

const roundKey = ({ municipality, year, round }: ReportingForm) => `${municipality.slug}/${year}/${round?.id ?? ''}`;

/** All forms, for an overseer to choose from, by round. */
export function ReportingFormList({ forms }: { forms: readonly ReportingForm[] }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const roundText = useRoundText();
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
              </h2>
              <p className={styles['plan']}>{roundText(first)}</p>
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
  const roundText = useRoundText();
  const isOneMunicipality = new Set(forms.map(({ municipality }) => municipality.slug)).size === 1;
  const isOneRound = new Set(forms.map(roundKey)).size === 1;
  return (
    <nav
      aria-label={t(isOneRound ? 'departments' : 'forms')}
      className={cx(styles['nav'], current === undefined && styles['list'])}
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
                {form.counts.waiting > 0 && ` · ${t('waiting', { count: form.counts.waiting })}`}
              </small>
              {!isOneRound && <small className={styles['when']}>{`${form.year} · ${roundText(form)}`}</small>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
