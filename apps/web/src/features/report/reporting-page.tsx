import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ReportingForm } from '@vointi/shared/report/contract.ts';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useMe } from '../../domain/session/queries.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { cx } from '../../ui/cx.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { QueryPage } from '../../ui/query-page.tsx';
import { type ReportingData, reportingQuery } from './api.ts';
import { ReportingFormView } from './reporting-form-view.tsx';
import styles from './reporting-form.module.css';
import { openForm, hasLocalCopies, chooseForm, formKey, requestedForm, formPath } from './reporting-forms.ts';

/** The reporting page: one department's form at a time. */
export function Page() {
  const t = useTranslations('reporting');
  const app = useTranslations('app');
  const requested = requestedForm(useSearch({ from: '/reporting' }));
  const isOverseer = useMe().municipalities.some(
    ({ can }) => can.includes('round:read') && can.includes('report:read'),
  );
  // A reporter loads their few forms at once; an overseer of all departments only the chosen one.
  const query = useQuery(reportingQuery(isOverseer ? requested : {}));
  const missing = { title: t('title'), text: t('none'), href: '/reporting', link: app('notFound.home') };
  return (
    <QueryPage query={query} title={t('title')} missing={missing}>
      {(data) => (
        <div className={styles['page']}>
          <ReportingForms data={data} isOverseer={isOverseer} />
        </div>
      )}
    </QueryPage>
  );
}

function ReportingForms({ data, isOverseer }: { data: ReportingData; isOverseer: boolean }) {
  const t = useTranslations('reporting');
  const me = useMe();
  const requested = requestedForm(useSearch({ from: '/reporting' }));
  const { desks: forms, askedAt } = data;
  useEffect(() => {
    // Forms with unsent copies of an earlier page continue to send, whichever department is shown.
    for (const form of forms) if (hasLocalCopies(me.id, form)) openForm(me.id, form);
  }, [me.id, forms]);
  if (isOverseer && requested.department === undefined && forms.length > 1) return <ReportingFormList forms={forms} />;
  const form = chooseForm(forms, requested);
  if (!form) {
    return (
      <>
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <Empty title={t('none')}>
          <p>{t('noneText')}</p>
        </Empty>
      </>
    );
  }
  return (
    <>
      {isOverseer && <a href="/reporting">{t('allDepartments')}</a>}
      {!isOverseer && forms.length > 1 && <ReportingFormNav forms={forms} current={form} />}
      <ReportingFormView key={formKey(form)} form={form} askedAt={askedAt} />
    </>
  );
}

/** All departments, for an overseer to choose from. */
function ReportingFormList({ forms }: { forms: readonly ReportingForm[] }) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const groups = [...Map.groupBy(forms, ({ municipality }) => municipality.slug).values()];
  return (
    <>
      <header className={styles['head']}>
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <p className={styles['lead']}>{t('chooseDepartment')}</p>
      </header>
      {groups.map((some) => {
        const [first] = some;
        return (
          first && (
            <section
              key={first.municipality.slug}
              aria-labelledby={`of-${first.municipality.slug}`}
              className={styles['group']}
            >
              <h2 id={`of-${first.municipality.slug}`}>
                {localize(first.municipality.name)} {first.year}
              </h2>
              <ReportingFormNav forms={some} />
            </section>
          )
        );
      })}
    </>
  );
}

type Props = { forms: readonly ReportingForm[]; current?: ReportingForm | undefined };

/** Links to the person's departments, each with its count of answers. */
function ReportingFormNav({ forms, current }: Props) {
  const t = useTranslations('reporting');
  const localize = useLocalizedText();
  const isOneMunicipality = new Set(forms.map(({ municipality }) => municipality.slug)).size === 1;
  return (
    <nav aria-label={t('departments')} className={cx(styles['nav'], current === undefined && styles['list'])}>
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
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
